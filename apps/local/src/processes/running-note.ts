import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from './process-identity.ts';

/** Which process we started, so that the next start finds it should this one be killed. */
export interface RunningNote {
  readonly pid: number;
  readonly identity: string;
}

/** Whether the noted process still runs, and is not a later one that got its number. */
export function stillRuns(
  note: RunningNote,
  identityOf: (pid: number) => string | undefined = processIdentity,
): boolean {
  return identityOf(note.pid) === note.identity;
}

export function writeNote(path: string, pid: number): RunningNote {
  const note = { pid, identity: processIdentity(pid) ?? '' };
  writeFileSync(path, JSON.stringify(note), { mode: 0o600 });
  return note;
}

export function readNote(path: string): RunningNote | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof note !== 'object' || note === null || !('pid' in note) || !('identity' in note)) return undefined;
    const { pid, identity } = note;
    return typeof pid === 'number' && typeof identity === 'string' && identity !== '' ? { pid, identity } : undefined;
  } catch {
    return undefined;
  }
}

/** Signals in order, each with the milliseconds it is given before the next. */
export type Persuasion = readonly (readonly [signal: NodeJS.Signals, waitMs: number])[];

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone between the look and the signal: what we wanted.
  }
}

async function goneWithin(note: RunningNote, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (stillRuns(note)) {
    if (Date.now() > until) return false;
    await delay(20);
  }
  return true;
}

/** Ends a process that an earlier, killed start left behind. @returns whether there was one */
export async function endLeftover(notePath: string, persuasion: Persuasion): Promise<boolean> {
  const note = readNote(notePath);
  const left = note !== undefined && stillRuns(note);
  if (left) await endProcess(note, persuasion);
  rmSync(notePath, { force: true });
  return left;
}

/** Sends the signals one after the other until the process is gone. */
export async function endProcess(note: RunningNote, persuasion: Persuasion): Promise<void> {
  for (const [signal, waitMs] of persuasion) {
    if (!stillRuns(note)) return;
    send(note.pid, signal);
    if (await goneWithin(note, waitMs)) return;
  }
}
