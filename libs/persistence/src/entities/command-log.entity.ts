import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A command that was carried out, and what was answered: a repeat gets the same. An empty fingerprint: it was too long ago. */
@Entity('command_log')
@Index('command_log_at', { synchronize: false })
@Index('command_log_record', ['municipalityId', 'recordId'])
export class CommandLogRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'command_log_pkey' })
  municipalityId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'command_log_pkey' })
  commandId!: string;

  @Column('uuid')
  recordId!: string;

  @Column('text')
  commandType!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  /** `seq`, and the versions of the parts it changed; all else is read when it is asked for again. */
  @Column('jsonb', { nullable: true })
  answer!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
