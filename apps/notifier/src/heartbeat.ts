import type { DataSource } from 'typeorm';

export interface Heartbeat {
  close(): Promise<void>;
}

/** Says every `everyMs` that this process is at work (row `notifier`); failing once is nothing, the row's age tells. */
export function startHeartbeat(
  dataSource: DataSource,
  name: string,
  onMissed: (error: unknown) => void,
  everyMs = 10_000,
): Heartbeat {
  const beat = async (): Promise<void> => {
    try {
      await dataSource.query(
        'insert into heartbeat (name, at) values ($1, now()) on conflict (name) do update set at = now()',
        [name],
      );
    } catch (error) {
      onMissed(error);
    }
  };
  let beating = beat();
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, everyMs);
  return {
    async close(): Promise<void> {
      clearInterval(timer);
      await beating;
    },
  };
}
