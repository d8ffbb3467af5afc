import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';
import { openAlarms, type OpenAlarm } from './alarms.ts';

const beat: Statement = {
  name: 'heartbeat',
  text: 'insert into heartbeat (name, at) values ($1, now()) on conflict (name) do update set at = now()',
};

/** Says that the process `name` (`worker`, `notifier`) is at work. Any serving role may. */
export async function writeHeartbeat(dataSource: DataSource, name: string): Promise<void> {
  await withoutMunicipality(dataSource, beat, [name]);
}

export interface HealthFacts {
  /** Age of the last heartbeat of each process, seconds. */
  readonly heartbeats: Readonly<Record<string, number>>;
  /** Seconds the oldest outbox row has waited since it was put there; `null` when nothing waits. */
  readonly oldestOutboxSeconds: number | null;
  readonly outboxRows: number;
  /** Minutes since the oldest date that passed without being acted on; `null` when none has. */
  readonly oldestDueMinutes: number | null;
  /** Records that are not closed, now. */
  readonly openRecords: number;
  /** Workflows that ran when they were last counted; `null` before the first time. */
  readonly runningWorkflows: number | null;
  /** Seconds since they became fewer than the open records; `null` when they are not. */
  readonly shortSeconds: number | null;
  /** Seconds since Temporal was found not to know what workflows are found by; `null` when it does. */
  readonly unsearchableSeconds: number | null;
  /** Alarms that are not settled, the oldest ones, and how many there are. */
  readonly alarms: readonly OpenAlarm[];
  readonly alarmCount: number;
}

const facts: Statement = {
  name: 'health-facts',
  text: `
    select
      coalesce((select jsonb_object_agg(name, extract(epoch from now() - at)::float8) from heartbeat), '{}') as heartbeats,
      (select extract(epoch from now() - min(queued_at))::float8 from outbox) as "oldestOutboxSeconds",
      (select count(*)::int from outbox) as "outboxRows",
      (select (extract(epoch from now() - min(next_due_at)) / 60)::float8 from record where next_due_at < now()) as "oldestDueMinutes",
      (select count(*)::int from record where is_open) as "openRecords",
      (select count(*)::int from alarm) as "alarmCount",
      running_workflows as "runningWorkflows",
      extract(epoch from now() - short_since)::float8 as "shortSeconds",
      extract(epoch from now() - unsearchable_since)::float8 as "unsearchableSeconds"
    from installation`,
};

/** What the health page tells, over all municipalities: asked with the clock's connection. */
export async function healthFacts(clock: DataSource): Promise<HealthFacts> {
  const [row] = await withoutMunicipality<Omit<HealthFacts, 'alarms'>>(clock, facts, []);
  if (!row) throw new Error('the database gave no health facts');
  return { ...row, alarms: row.alarmCount === 0 ? [] : await openAlarms(clock) };
}
