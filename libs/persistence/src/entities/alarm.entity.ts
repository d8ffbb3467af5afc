import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** Something of a record that should not be so and is not settled yet. */
@Entity('alarm')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'alarm_record_fkey' })
export class AlarmRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'alarm_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alarm_pkey' })
  recordId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'alarm_pkey' })
  kind!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'alarm_pkey' })
  what!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeen!: Date;

  @Column('integer', { default: 1 })
  times!: number;
}
