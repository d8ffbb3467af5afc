import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** A fact of a record. `at` is the now of the rules, `recordedAt` always real. */
@Entity('event')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'event_record_fkey' })
export class EventRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'event_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_pkey' })
  recordId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'event_pkey' })
  seq!: number;

  @Column('text')
  type!: string;

  @Column('integer')
  v!: number;

  @Column('jsonb')
  payload!: unknown;

  @Column('jsonb')
  actor!: unknown;

  @Column('text')
  commandId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;
}
