import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { endProcess, writeNote, type Persuasion } from './running-note.ts';

/** How a server beside ours is started. */
export interface KeptProcessPlan {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Where its process is noted, for the next start. */
  readonly notePath: string;
  /** Gets stdout and stderr; the run before is kept as `<logPath>.1`. */
  readonly logPath: string;
  /** Another user to run as; only when we are root. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** How it is asked to end. */
  readonly persuasion: Persuasion;
}

export interface KeptProcess {
  readonly pid: number;
  /** Resolves when it ends, for whatever reason. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
  /** For a forced end: the last signal of the plan, at once. */
  readonly kill: () => void;
}

function freshLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  keepRunBefore(path);
  return openSync(path, 'a', 0o600);
}

/** Makes room for a new log; that of the run before becomes `<path>.1`. @returns the path */
export function keepRunBefore(path: string): string {
  if (existsSync(path)) renameSync(path, `${path}.1`);
  return path;
}

/** The last lines of a log, for a message to the person in front of the screen. */
export function lastLines(path: string, count: number): string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count);
}

/**
 * Starts a server in a session of its own: the terminal's Ctrl-C must not reach it before our processes have let go of it.
 * @throws when the program cannot be executed
 */
export async function startKeptProcess(plan: KeptProcessPlan): Promise<KeptProcess> {
  const log = freshLog(plan.logPath);
  try {
    const child = spawn(plan.program, plan.args, {
      cwd: plan.cwd,
      detached: true,
      stdio: ['ignore', log, log],
      ...plan.user,
    });
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => {
        resolve(signal ?? `code ${code ?? '?'}`);
      });
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    const { pid } = child;
    if (pid === undefined) throw new Error(`${plan.program} has no process id`);
    const note = writeNote(plan.notePath, pid);
    return {
      pid,
      ended,
      stop: async () => {
        await endProcess(note, plan.persuasion);
        rmSync(plan.notePath, { force: true });
      },
      kill: () => {
        child.kill(plan.persuasion.at(-1)?.[0] ?? 'SIGKILL');
      },
    };
  } finally {
    closeSync(log);
  }
}
