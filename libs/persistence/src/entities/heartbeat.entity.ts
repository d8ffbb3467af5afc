import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a process was last at work. */
@Entity('heartbeat')
export class HeartbeatRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'heartbeat_pkey' })
  name!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
