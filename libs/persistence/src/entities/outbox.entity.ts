import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that has to leave the database: a nudge, a notice. */
@Entity('outbox')
@Index('outbox_due', ['topic', 'tryAt'])
export class OutboxRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'outbox_pkey' })
  topic!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'outbox_pkey' })
  key!: string;

  @Column('bigint', { default: () => "nextval('outbox_seq')" })
  seq!: string;

  @Column('text')
  municipalityId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  tryAt!: Date;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { default: () => 'now()' })
  queuedAt!: Date;
}
