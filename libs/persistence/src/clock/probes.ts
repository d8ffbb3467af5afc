import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { withoutMunicipality } from '../connection/transaction.ts';

/** Longest wait before a process is called not ready: the answer comes within two seconds whatever is locked. */
const patienceMs = 1_500;

/** What a supervisor asks a process that has no pages. */
export interface Probes {
  readonly port: number;
  /** From now on `/ready` is asked of this; before it, and after {@link Probes.leave}, the process is not ready. */
  readyWhile(look: () => Promise<boolean>): void;
  /** The process goes: it still lives, and is ready for nothing. */
  leave(): void;
  close(): Promise<void>;
}

/**
 * Answers `/live` (200 while the process answers at all) and `/ready` (200 while it can do its work, else 503), as the pages do; nothing
 * else, and nothing about anybody. @throws when the port cannot be had
 */
export async function openProbes(port: number, host = '0.0.0.0'): Promise<Probes> {
  let look: (() => Promise<boolean>) | undefined;
  let looking: Promise<boolean> | undefined;
  const isReady = async (): Promise<boolean> => {
    if (!look) return false;
    // One look at a time: a database that does not answer is not asked by ever more.
    looking ??= look()
      .catch(() => false)
      .finally(() => {
        looking = undefined;
      });
    return inTime(looking);
  };
  const server = createServer((request, response) => {
    const answer = (status: number): void => {
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
        .end(status === 404 ? undefined : JSON.stringify({ status: status === 200 ? 'ok' : 'bad' }));
    };
    const [path] = (request.url ?? '').split('?');
    if (path === '/live') answer(200);
    else if (path === '/ready')
      void isReady().then((ready) => {
        answer(ready && look ? 200 : 503);
      });
    else answer(404);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    readyWhile(asked) {
      look = asked;
    },
    leave() {
      look = undefined;
    },
    async close() {
      look = undefined;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const anything = { name: 'probe-ready', text: 'select 1' };

/** Does the database answer over these connections? @throws when it says that it does not */
export async function databaseAnswers(dataSource: DataSource): Promise<boolean> {
  return (await withoutMunicipality(dataSource, anything, [])).length === 1;
}

async function inTime(looking: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, patienceMs);
  });
  return Promise.race([looking, late]).finally(() => {
    clearTimeout(timer);
  });
}
