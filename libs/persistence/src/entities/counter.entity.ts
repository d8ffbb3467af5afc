import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something happened in a 年度; also the last number given. */
@Entity('counter')
export class CounterRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'counter_pkey' })
  municipalityId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'counter_pkey' })
  name!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'counter_pkey' })
  fiscalYear!: number;

  @Column('integer')
  value!: number;
}
