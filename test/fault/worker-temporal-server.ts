import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TemporalClient, type TemporalLog } from '#libs/temporal';
import { temporalProgram } from './worker.config.ts';

const startMs = 60_000;

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A Temporal development server of its own that can be killed, and whose store can be lost. */
export class TemporalServer {
  readonly port: number;
  readonly #home: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, home: string) {
    this.port = port;
    this.#home = home;
  }

  /** Reserves a port and a folder; nothing listens yet. */
  static async prepare(): Promise<TemporalServer> {
    return new TemporalServer(await freePort(), await mkdtemp(join(tmpdir(), 'tsunagi-temporal-')));
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = [
      'server',
      'start-dev',
      '--headless',
      '--port',
      String(this.port),
      '--db-filename',
      join(this.#home, 'store.db'),
      '--log-level',
      'never',
    ];
    const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
    this.#process = spawn(temporalProgram(), [...args, ...pragmas], { stdio: 'ignore' });
    const client = new TemporalClient({ address: this.address, namespace: 'default' }, silent);
    try {
      await eventually('the Temporal server answers', async () => client.answers(), startMs);
    } finally {
      await client.close();
    }
  }

  /** Ends the process at once, as a power cut does. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }

  /** Loses everything the server ever knew. */
  async loseStore(): Promise<void> {
    await this.kill();
    for (const name of ['store.db', 'store.db-wal', 'store.db-shm']) await rm(join(this.#home, name), { force: true });
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.#home, { recursive: true, force: true });
  }
}

/** A log that keeps nothing. */
export const silent: TemporalLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Asks until it is so. @throws naming what did not come about within `withinMs` */
export async function eventually(what: string, isSo: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const lastMs = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > lastMs) throw new Error(`did not come about: ${what}`);
    await pause(50);
  }
}
