import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a process that serves said of itself last. Belongs to the installation, to no municipality. */
@Entity('serving_process')
export class ServingProcessRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'serving_process_pkey' })
  name!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'serving_process_pkey' })
  instance!: string;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** When it last told a workflow to look. */
  @Column('timestamptz', { nullable: true })
  nudgedAt!: Date | null;

  /** When a workflow that it runs last looked because it was told to. */
  @Column('timestamptz', { nullable: true })
  handledAt!: Date | null;

  /** What hinders it, a code. */
  @Column('text', { nullable: true })
  trouble!: string | null;

  @Column('timestamptz', { nullable: true })
  troubleSince!: Date | null;
}
