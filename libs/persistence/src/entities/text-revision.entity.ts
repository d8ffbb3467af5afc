import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** What is written about people: encrypted, written once, hashed with a salt for the audit. */
@Entity('text_revision')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'text_revision_record_fkey',
})
@Index('text_revision_record', ['municipalityId', 'recordId'])
export class TextRevisionRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'text_revision_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'text_revision_pkey' })
  id!: string;

  @Column('uuid')
  recordId!: string;

  @Column('text')
  slot!: string;

  @Column('bytea')
  ciphertext!: Buffer;

  @Column('bytea')
  salt!: Buffer;

  @Column('bytea')
  saltedHash!: Buffer;

  @Column('timestamptz')
  createdAt!: Date;
}
