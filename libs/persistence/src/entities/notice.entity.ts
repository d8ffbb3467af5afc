import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** A word to somebody, decided with the commit, delivered later; never what it is about. */
@Entity('notice')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'notice_record_fkey' })
@Unique('notice_once', ['municipalityId', 'recordId', 'key'])
export class NoticeRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'notice_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id!: string;

  @Column('uuid')
  recordId!: string;

  @Column('text')
  key!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  recipientAgency!: string;

  @Column('text')
  recipientTo!: string;

  @Column('uuid', { nullable: true })
  invitationId!: string | null;

  @Column('integer', { nullable: true })
  sequence!: number | null;

  @Column('text', { nullable: true })
  obligationKind!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('text', { default: 'queued' })
  state!: string;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  lastResult!: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
