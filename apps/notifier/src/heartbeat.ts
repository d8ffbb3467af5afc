import type { DataSource } from 'typeorm';
import { writeHeartbeat } from '#libs/persistence';

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
      await writeHeartbeat(dataSource, name);
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
