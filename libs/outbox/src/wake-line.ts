import { ListenedClient, servingPatience } from '#libs/persistence';
import { outboxChannel } from './outbox-statements.ts';
import type { OutboxLog } from './outbox-item.ts';

const firstPauseMs = 500;
const longestPauseMs = 30_000;

export interface WakeLine {
  close(): Promise<void>;
}

/**
 * Listens for writers on a connection of its own and calls `wake` for each word, and once after every (re)connection, since what was
 * said in between is lost. A lost connection is taken up again with growing pauses; the relay's poll covers the gap.
 */
export function openWakeLine(databaseUrl: string, wake: () => void, log: OutboxLog): WakeLine {
  let client: ListenedClient | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let pauseMs = firstPauseMs;

  const again = (): void => {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      connecting = connect();
    }, pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };

  const connect = async (): Promise<void> => {
    const fresh = new ListenedClient({
      connectionString: databaseUrl,
      connectionTimeoutMillis: servingPatience.connectMs,
      query_timeout: servingPatience.answerMs,
      keepAlive: true,
      application_name: 'tsunagi-outbox-listen',
    });
    const lost = (): void => {
      if (client !== fresh) return;
      client = undefined;
      again();
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', wake);
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query(`listen ${outboxChannel}`);
      pauseMs = firstPauseMs;
      wake();
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'outbox: cannot listen, polling meanwhile');
      lost();
      await fresh.end().catch(() => undefined); // it never stood; nothing to say goodbye to
    }
  };

  let connecting = connect();
  return {
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      await connecting;
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}

/** What may be told of an error without telling anything about people: its code, else its class. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? String(code) : error.name;
}
