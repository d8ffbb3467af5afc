import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** 本人 or 世帯員 of a case; the name is a text revision. */
@Entity('person')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'person_record_fkey' })
export class PersonRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'person_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  recordId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id!: string;

  @Column('integer')
  place!: number;

  @Column('text')
  role!: string;

  @Column('text')
  relation!: string;

  @Column('integer', { nullable: true })
  birthYear!: number | null;

  @Column('uuid')
  nameText!: string;

  @Column('text')
  track!: string;
}
