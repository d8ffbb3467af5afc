import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** An open 次にすること(期限); a settled one has no row. */
@Entity('obligation')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'obligation_record_fkey',
})
@Index('obligation_work', ['municipalityId', 'agency', 'dueOn', 'recordId', 'key'])
export class ObligationRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'obligation_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'obligation_pkey' })
  recordId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'obligation_pkey' })
  key!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  agency!: string;

  @Column('text')
  post!: string;

  @Column('uuid', { nullable: true })
  membershipId!: string | null;

  @Column('boolean')
  blocking!: boolean;

  @Column('date')
  askedOn!: string;

  @Column('text', { nullable: true })
  askedBy!: string | null;

  @Column('date')
  dueOn!: string;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('text', { nullable: true })
  nextStep!: string | null;

  @Column('date', { nullable: true })
  nextStepOn!: string | null;

  @Column('timestamptz', { nullable: true })
  nextStepAt!: Date | null;

  @Column('text', { nullable: true })
  about!: string | null;
}
