import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { HomeFolder } from '../home/home-folder.ts';
import { portFor } from '../home/remembered-ports.ts';
import { keptSecret } from '../home/secrets.ts';
import { lastLines, startKeptProcess, type KeptProcess } from '../processes/kept-process.ts';
import { startKeptUp, type KeptUp } from '../processes/kept-up.ts';
import { isWorkedIn } from '../processes/folder-users.ts';
import { commandLine, processIdentity } from '../processes/process-identity.ts';
import { endLeftover, endProcess, type Persuasion } from '../processes/running-note.ts';
import { StartRefusal } from '../start-refusal.ts';
import { ensureCluster } from './new-cluster.ts';
import { ensureOwnDatabase } from './own-database.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { assertPostgresReaches, postgresUser } from './postgres-user.ts';

/** Fast shutdown (open transactions are rolled back), then an immediate one, which loses nothing committed either. */
const persuasion: Persuasion = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
];

/** Settings that differ from PostgreSQL's own; durability (fsync, synchronous_commit) is left at its safe values. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export interface RunningPostgres extends KeptUp {
  /** URL of the owner role. */
  readonly databaseUrl: string;
  /** Whether the data folder was made by this start. */
  readonly isNew: boolean;
}

/** What is told of a PostgreSQL that ends without being asked to. */
export interface PostgresWatch {
  /** It ended, and is started again. */
  readonly onLost: (how: string) => void;
  /** It did not come back. */
  readonly onGone: (why: string) => void;
}

const pidFile = (home: HomeFolder): string => join(home.postgres, 'postmaster.pid');

function pidFileLines(home: HomeFolder): string[] {
  return existsSync(pidFile(home)) ? readFileSync(pidFile(home), 'utf8').split('\n') : [];
}

/** After a `kill -9` of the server alone its children go by themselves, within a second or so. */
const childrenGoWithinMs = 10_000;

/**
 * A PostgreSQL of a start that was killed goes on running: it is ended, its data are whole. A pid file whose process is
 * gone (or whose number another process got, or that nobody has buried yet) would make the next one refuse: it is removed,
 * but only when no process works in the data folder any more.
 */
export async function endLeftoverPostgres(home: HomeFolder): Promise<boolean> {
  const noted = await endLeftover(join(home.run, 'postgres.json'), persuasion);
  const pid = Number(pidFileLines(home)[0] ?? Number.NaN);
  if (!Number.isInteger(pid)) return noted;
  const identity = commandLine(pid).includes(home.postgres) ? processIdentity(pid) : undefined;
  if (identity !== undefined) await endProcess({ pid, identity }, persuasion);
  const until = Date.now() + childrenGoWithinMs;
  while (isWorkedIn(home.postgres) === true && Date.now() < until) await delay(20);
  if (isWorkedIn(home.postgres) === false) rmSync(pidFile(home), { force: true });
  return noted || identity !== undefined;
}

/** It comes back within these pauses, together 7.5 s and what its recovery takes, or not at all. */
const pausesMs = [0, 500, 1_000, 2_000, 4_000];
const staysMs = 30_000;

/** Line 8 of PostgreSQL's own pid file says when it takes connections. */
function isReady(home: HomeFolder, pid: number): boolean {
  const lines = pidFileLines(home);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function waitUntilReady(home: HomeFolder, server: KeptProcess): Promise<boolean> {
  const ended = server.ended.then(() => 'ended' as const);
  while (!isReady(home, server.pid)) {
    if ((await Promise.race([ended, delay(10)])) === 'ended') return false;
  }
  return true;
}

const logOf = (home: HomeFolder): string => join(home.logs, 'postgres.log');

async function startReady(home: HomeFolder, start: () => Promise<KeptProcess>): Promise<KeptProcess> {
  const server = await start();
  if (await waitUntilReady(home, server)) return server;
  const lines = lastLines(logOf(home), 6);
  throw new StartRefusal('start.postgres-failed', ['PostgreSQL が始まりません。記録の終わり:', ...lines]);
}

/**
 * Starts the embedded PostgreSQL, makes sure of the owner's role and database, and starts it again in its place should it end by
 * itself: on the same port, after its own recovery, so that connections are taken up again.
 * @throws StartRefusal `start.postgres-cannot-enter`, `start.postgres-failed`
 */
export async function startEmbeddedPostgres(home: HomeFolder, watch: PostgresWatch): Promise<RunningPostgres> {
  const programs = postgresPrograms();
  const user = postgresUser();
  assertPostgresReaches(user, programs.postgres, home.path);
  const superPassword = keptSecret(home, 'postgres-superuser');
  const isNew = await ensureCluster(programs, home.postgres, user, superPassword);
  const port = await portFor(home, 'postgres');
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const start = async (): Promise<KeptProcess> =>
    startKeptProcess({
      program: programs.postgres,
      args: ['-D', home.postgres, '-p', String(port), ...flags],
      cwd: home.postgres,
      notePath: join(home.run, 'postgres.json'),
      logPath: logOf(home),
      user,
      persuasion,
    });
  let isFirst = true;
  const kept = await startKeptUp({
    start: async () => {
      if (!isFirst) await endLeftoverPostgres(home);
      isFirst = false;
      return startReady(home, start);
    },
    pausesMs,
    staysMs,
    ...watch,
  });
  try {
    const databaseUrl = await ensureOwnDatabase(port, superPassword, keptSecret(home, 'postgres-owner'));
    return { databaseUrl, isNew, ...kept };
  } catch (error) {
    await kept.stop();
    throw error;
  }
}
