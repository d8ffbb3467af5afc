import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** A 案件 of a sitting (R26). */
@Entity('agenda_item')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'agenda_item_record_fkey',
})
@ForeignKey(() => RecordRow, ['municipalityId', 'caseId'], ['municipalityId', 'id'], { name: 'agenda_item_case_fkey' })
@Index('agenda_item_case', ['municipalityId', 'caseId'])
export class AgendaItemRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'agenda_item_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_item_pkey' })
  recordId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_item_pkey' })
  id!: string;

  @Column('integer')
  place!: number;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  caseNumber!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  legalBasis!: string;

  @Column('text')
  purpose!: string;

  @Column('uuid', { array: true })
  personIds!: string[];

  @Column('text', { array: true })
  agencies!: string[];

  @Column('boolean')
  frozen!: boolean;

  @Column('text', { nullable: true })
  result!: string | null;
}
