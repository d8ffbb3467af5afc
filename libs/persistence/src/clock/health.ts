import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';
import { openAlarms, type OpenAlarm } from './alarms.ts';
import { processesJson, type ServingProcess } from './serving-processes.ts';

export interface HealthFacts {
  /** Every process that serves or served within a day. */
  readonly processes: readonly ServingProcess[];
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
      ${processesJson} as processes,
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
