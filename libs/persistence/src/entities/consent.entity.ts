import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.ts';

/** Consent of one person as it stands (R2). */
@Entity('consent')
@ForeignKey(() => PersonRow, ['municipalityId', 'recordId', 'personId'], ['municipalityId', 'recordId', 'id'], {
  name: 'consent_person_fkey',
})
export class ConsentRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'consent_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pkey' })
  recordId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pkey' })
  personId!: string;

  @Column('text')
  status!: string;

  @Column('date', { nullable: true })
  statedOn!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { array: true })
  agencies!: string[];

  @Column('text', { array: true })
  purposes!: string[];

  @Column('text', { array: true })
  itemClasses!: string[];

  @Column('text', { nullable: true })
  takenBy!: string | null;

  @Column('text', { nullable: true })
  representativeGround!: string | null;

  @Column('date', { nullable: true })
  reviewOn!: string | null;
}
