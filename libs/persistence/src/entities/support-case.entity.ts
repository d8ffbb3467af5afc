import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** A case as lists need it. */
@Entity('support_case')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'support_case_record_fkey',
})
@Index('support_case_open', ['municipalityId', 'recordId'], { where: 'is_open' })
@Unique('support_case_number_key', ['municipalityId', 'number'])
export class SupportCaseRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'support_case_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'support_case_pkey' })
  recordId!: string;

  @Column('text')
  number!: string;

  @Column('text')
  stage!: string;

  @Column('integer')
  round!: number;

  @Column('boolean')
  urgent!: boolean;

  @Column('date')
  openedOn!: string;

  @Column('text')
  leadAgency!: string;

  @Column('text')
  personInChargeAgency!: string;

  @Column('uuid', { nullable: true })
  personInCharge!: string | null;

  @Column('text')
  track!: string;

  @Column('text')
  intakeVersion!: string;

  @Column('boolean')
  isOpen!: boolean;
}
