import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** つなぎ as it stands. */
@Entity('handoff')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'handoff_record_fkey' })
@Index('handoff_awaiting', ['municipalityId', 'toAgency'], { where: `state = 'awaiting'` })
export class HandoffRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'handoff_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'handoff_pkey' })
  recordId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'handoff_pkey' })
  id!: string;

  @Column('boolean')
  isMain!: boolean;

  @Column('text')
  purpose!: string;

  @Column('text')
  fromAgency!: string;

  @Column('text')
  toAgency!: string;

  @Column('date')
  sentOn!: string;

  @Column('text')
  state!: string;

  @Column('boolean')
  expired!: boolean;

  @Column('date', { nullable: true })
  answeredOn!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  suggestion!: string | null;
}
