import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row of this installation: what its builds leave for each other. */
@Entity('installation')
@Check('installation_one', 'id = 1')
export class InstallationRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'installation_pkey', default: 1 })
  id!: number;

  /** Epoch seconds of the last time the database was put back to a backup; 0 before the first. */
  @Column('bigint', { default: 0 })
  epoch!: string;

  /** Number of the procedures that the running workflows were started with (`proceduresVersion`). */
  @Column('integer', { default: 1 })
  procedures!: number;

  /** Ids of commands that were made before are refused: what they did may be forgotten. */
  @Column('timestamptz', { default: () => "'-infinity'" })
  commandsSince!: Date;

  /** As they were last counted. */
  @Column('integer', { nullable: true })
  runningWorkflows!: number | null;

  /** Since when there are fewer running workflows than open records. */
  @Column('timestamptz', { nullable: true })
  shortSince!: Date | null;

  @Column('timestamptz', { nullable: true })
  unsearchableSince!: Date | null;
}
