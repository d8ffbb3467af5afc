import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/local/src/home/free-port.ts';
import { endProcess, readNote, stillRuns, type RunningNote } from '../../apps/local/src/processes/running-note.ts';
import { startEnvironment } from './config.ts';

const root = new URL('../..', import.meta.url).pathname;

const used: string[] = [];

/** A home folder and a port that nobody uses; PostgreSQL's own user can pass through. */
export async function freshPlace(): Promise<Place> {
  const around = mkdtempSync(join(tmpdir(), 'tsunagi-start-'));
  chmodSync(around, 0o755);
  used.push(around);
  return { home: join(around, 'home'), port: await freePort(0) };
}

export interface Place {
  readonly home: string;
  readonly port: number;
}

/** A Tsunagi that was started as `npm start` does it, from the build. */
export interface StartedLocal {
  readonly pid: number;
  readonly output: () => string;
  /** Resolves when this text has been printed; rejects when the process ends before. */
  readonly printed: (text: string) => Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export const everythingRuns = '最初の画面まで';

const running = new Set<ChildProcess>();

/** Starts it; `settings` are environment variables on top of home and port. */
export function startTsunagi(
  place: Place,
  words: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): StartedLocal {
  return started([process.execPath, 'dist/apps/local/src/main.js', ...words], place, settings);
}

/** Starts it by `npm start`; what is told to this process is told to npm alone. */
export const startByNpm = (place: Place): StartedLocal => started(['npm', 'start'], place);

function started(
  [program, ...words]: readonly [string, ...string[]],
  place: Place,
  settings: Readonly<Record<string, string>> = {},
): StartedLocal {
  const child = spawn(program, words, {
    cwd: root,
    env: { ...startEnvironment, TSUNAGI_HOME: place.home, PORT: String(place.port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const chunks: string[] = [];
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal);
    });
  });
  const output = (): string => chunks.join('');
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => chunks.push(chunk));
  }
  return {
    pid: child.pid ?? 0,
    output,
    ended,
    printed: async (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output().includes(text)) resolve();
        };
        child.stdout.on('data', look);
        void ended.then((how) => {
          reject(new Error(`ended (${how ?? 'unknown'}) before printing ${text}:\n${output()}`));
        });
        look();
      }),
    signal: (signal) => child.kill(signal),
  };
}

/** Runs `tsunagi` with these words on what runs in `place`, as an operator does, and waits for its end. */
export async function runCommand(
  place: Place,
  words: readonly string[],
): Promise<{ readonly exitCode: number | NodeJS.Signals | null; readonly output: string }> {
  const command = started([process.execPath, 'dist/apps/cli/src/main.js', ...words], place);
  return { exitCode: await command.ended, output: command.output() };
}

/** Ends whatever a failed test left running, also what a killed start left, and removes its data. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await closed;
    }),
  );
  for (const around of used.splice(0)) {
    const servers = existsSync(join(around, 'home', 'run')) ? serversOf({ home: join(around, 'home'), port: 0 }) : [];
    await Promise.all(
      servers.map(async (server) =>
        endProcess(server, [
          ['SIGQUIT', 10_000],
          ['SIGKILL', 5_000],
        ]),
      ),
    );
    rmSync(around, { recursive: true, force: true });
  }
}

/** The servers a start has noted in its home. */
export function serversOf(place: Place): RunningNote[] {
  return readdirSync(join(place.home, 'run'))
    .filter((name) => name !== 'instance.json')
    .map((name) => readNote(join(place.home, 'run', name)))
    .filter((note) => note !== undefined);
}

/** A mail as the catcher's list tells it. */
interface ListedMail {
  readonly subject: string;
  readonly to: string;
  readonly messageId: string;
}

/** All mails that the catcher of this place has kept. */
export async function caughtMails({ home }: Place): Promise<readonly ListedMail[]> {
  const { mailPage } = JSON.parse(readFileSync(join(home, 'ports.json'), 'utf8')) as { readonly mailPage: number };
  const answer = await fetch(`http://127.0.0.1:${mailPage}/mails.json`);
  return (await answer.json()) as readonly ListedMail[];
}

/** Which of these servers run at this moment. */
export const stillRunning = (servers: readonly RunningNote[]): RunningNote[] =>
  servers.filter((note) => stillRuns(note));
