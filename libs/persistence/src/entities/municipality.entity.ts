import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A municipality of this installation; its profile is a file, this row is what others refer to. */
@Entity('municipality')
export class MunicipalityRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'municipality_pkey' })
  municipalityId!: string;

  @Column('text')
  name!: string;

  @Column('boolean', { default: false })
  isDemo!: boolean;
}
