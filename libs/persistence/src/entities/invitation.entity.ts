import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** Who was asked to a sitting and what they said; `tokenHash` finds it from the reply link. */
@Entity('invitation')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'invitation_record_fkey',
})
@Index('invitation_token', ['tokenHash'])
@Unique('invitation_token_key', ['municipalityId', 'tokenHash'])
export class InvitationRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'invitation_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  recordId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id!: string;

  @Column('text')
  agency!: string;

  @Column('boolean')
  required!: boolean;

  @Column('boolean')
  sent!: boolean;

  @Column('text', { nullable: true })
  reply!: string | null;

  @Column('text', { nullable: true })
  via!: string | null;

  @Column('boolean')
  late!: boolean;

  @Column('timestamptz', { nullable: true })
  repliedAt!: Date | null;

  @Column('boolean')
  expired!: boolean;

  @Column('bytea')
  tokenHash!: Buffer;
}
