import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One link: who did or read what, chained to the one before (docs/decisions/0003-audit-chain.md). */
@Entity('audit_entry')
@Index('audit_entry_record', ['municipalityId', 'recordId', 'seq'])
export class AuditEntryRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_entry_pkey' })
  municipalityId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_entry_pkey' })
  seq!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb')
  actor!: unknown;

  @Column('text')
  action!: string;

  @Column('text', { nullable: true })
  commandId!: string | null;

  @Column('uuid', { nullable: true })
  recordId!: string | null;

  @Column('jsonb')
  events!: unknown;

  @Column('jsonb')
  texts!: unknown;

  @Column('jsonb')
  disclosures!: unknown;

  @Column('bytea')
  prevHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  /** Version of the format; the first releases wrote 1. */
  @Column('integer', { default: 1 })
  v!: number;
}
