import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** 情報提供の記録: what of a case went to whom, on which basis (R64). */
@Entity('disclosure')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'disclosure_record_fkey',
})
@Index('disclosure_record', ['municipalityId', 'recordId', 'at'])
@Index('disclosure_agency', ['municipalityId', 'toAgency', 'at'])
export class DisclosureRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'disclosure_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disclosure_pkey' })
  id!: string;

  @Column('uuid')
  recordId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  toAgency!: string | null;

  @Column('uuid', { nullable: true })
  toMembership!: string | null;

  @Column('text')
  what!: string;

  @Column('text')
  basis!: string;

  @Column('timestamptz')
  at!: Date;
}
