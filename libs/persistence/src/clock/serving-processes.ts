import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';

type ProcessName = 'api' | 'worker' | 'notifier';

/** What a process says of itself. */
export interface SignOfLife {
  /** It told a workflow to look, since the sign before. */
  readonly nudged?: boolean;
  /** A workflow that it runs looked because it was told to, since the sign before. */
  readonly handled?: boolean;
  /** What hinders it: a code, nothing about people. */
  readonly trouble?: string | undefined;
}

const sign: Statement = {
  name: 'process-sign',
  text: `
    with long_gone as (delete from serving_process where at < now() - interval '1 day' and (name, instance) <> ($1, $2))
    insert into serving_process as p (name, instance, nudged_at, handled_at, trouble, trouble_since)
    values ($1, $2, case when $3 then now() end, case when $4 then now() end, $5, case when $5::text is not null then now() end)
    on conflict (name, instance) do update set at = now(),
      nudged_at = coalesce(excluded.nudged_at, p.nudged_at), handled_at = coalesce(excluded.handled_at, p.handled_at),
      trouble = excluded.trouble, trouble_since = case when excluded.trouble is not null then coalesce(p.trouble_since, now()) end`,
};

const leave: Statement = {
  name: 'process-leave',
  text: 'delete from serving_process where name = $1 and instance = $2',
};

export interface SignsOfLife {
  /** Why the last sign could not be written; nothing while the database takes what is written. */
  readonly failure: unknown;
  /** Ends the signs and says goodbye: a process that went in order is not missed. */
  close(): Promise<void>;
}

interface SignSettings {
  readonly name: ProcessName;
  /** Asked before each sign; nothing: no sign this time. */
  readonly look?: () => Promise<SignOfLife | undefined>;
  /** Failing once is nothing, the row's age tells. */
  readonly onMissed: (error: unknown) => void;
  /** Default 10 s. */
  readonly everyMs?: number;
}

/** Has this process tell every ten seconds that it is at work, in a row of its own. Any serving role may. */
export function startSigns(
  dataSource: DataSource,
  { name, look = async () => Promise.resolve({}), onMissed, everyMs = 10_000 }: SignSettings,
): SignsOfLife {
  const instance = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  let failure: unknown;
  const tell = async (): Promise<void> => {
    try {
      const told = await look();
      if (!told) return;
      const { nudged = false, handled = false, trouble = null } = told;
      await withoutMunicipality(dataSource, sign, [name, instance, nudged, handled, trouble]);
      failure = undefined;
    } catch (error) {
      failure = error;
      onMissed(error);
    }
  };
  let telling = tell();
  const timer = setInterval(() => {
    telling = telling.then(tell);
  }, everyMs);
  return {
    get failure() {
      return failure;
    },
    async close(): Promise<void> {
      clearInterval(timer);
      await telling;
      await withoutMunicipality(dataSource, leave, [name, instance]).catch(onMissed);
    },
  };
}

/** A process as it told of itself last; seconds by the database's clock. */
export interface ServingProcess {
  readonly name: ProcessName;
  readonly instance: string;
  readonly startedSeconds: number;
  readonly silentSeconds: number;
  readonly nudgedSeconds: number | null;
  readonly handledSeconds: number | null;
  readonly trouble: string | null;
  readonly troubleSeconds: number | null;
}

const seconds = (column: string): string => `extract(epoch from now() - ${column})::float8`;

/** JSON of all {@link ServingProcess}es, for {@link healthFacts}. */
export const processesJson = `
  coalesce((select jsonb_agg(jsonb_build_object('name', name, 'instance', instance, 'startedSeconds', ${seconds('started_at')},
      'silentSeconds', ${seconds('at')}, 'nudgedSeconds', ${seconds('nudged_at')}, 'handledSeconds', ${seconds('handled_at')},
      'trouble', trouble, 'troubleSeconds', ${seconds('trouble_since')}) order by name, started_at)
    from serving_process), '[]')`;
