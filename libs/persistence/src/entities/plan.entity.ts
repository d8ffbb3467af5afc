import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** A plan as it stands; goals and roles are texts. */
@Entity('plan')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'plan_record_fkey' })
export class PlanRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'plan_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_pkey' })
  recordId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_pkey' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('integer')
  round!: number;

  @Column('integer')
  draft!: number;

  @Column('text')
  ownerAgency!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('date', { nullable: true })
  appliedOn!: string | null;

  @Column('text')
  review!: string;

  @Column('text')
  state!: string;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}
