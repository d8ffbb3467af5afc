import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A record as it stands: state and standing folded from its events. */
@Entity('record')
@Index('record_open', ['municipalityId', 'id'], { where: 'is_open' })
@Index('record_due', ['nextDueAt'], { where: 'next_due_at is not null' })
export class RecordRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'record_pkey' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  state!: unknown;

  @Column('jsonb')
  standing!: unknown;

  @Column('integer')
  seq!: number;

  /** Shape of the state (`RecordDefinition.shape`); what an older build folded is folded anew before it is used. */
  @Column('integer', { default: 1 })
  shape!: number;

  @Column('timestamptz', { nullable: true })
  nextDueAt!: Date | null;

  @Column('boolean')
  isOpen!: boolean;

  @Column('text', { array: true })
  agencies!: string[];

  @Column('timestamptz')
  updatedAt!: Date;
}
