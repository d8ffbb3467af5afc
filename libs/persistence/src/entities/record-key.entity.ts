import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** The key of a record's texts, wrapped by the master key `keyId`. Without this row the texts are gone. */
@Entity('record_key')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'record_key_record_fkey',
})
export class RecordKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_key_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'record_key_pkey' })
  recordId!: string;

  @Column('text')
  keyId!: string;

  @Column('bytea')
  wrappedKey!: Buffer;
}
