import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from './process-identity.mjs';
import { assertNotInterrupted } from './run-command.mjs';

/** Between `mkdir` and the owner's note there is a moment; a lock without a note is given this long. */
const nameless = 5_000;

/**
 * Whether a lock's holder is gone: its process does not run, or its number now belongs to another process.
 * @param {{ pid: number, identity: string } | undefined} owner undefined: the note is not written (yet)
 * @param {number} ageMs since the lock was made
 * @param {(pid: number) => string | undefined} identityOf
 * @returns {boolean}
 */
export function isStaleLock(owner, ageMs, identityOf = processIdentity) {
  if (owner === undefined) return ageMs > nameless;
  return identityOf(owner.pid) !== owner.identity;
}

/** @param {string} lock @returns {{ pid: number, identity: string } | undefined} */
function readOwner(lock) {
  try {
    const note = JSON.parse(readFileSync(join(lock, 'owner.json'), 'utf8'));
    return typeof note.pid === 'number' && typeof note.identity === 'string' ? note : undefined;
  } catch {
    return undefined;
  }
}

function ageMsOf(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {string} lock @returns {boolean} whether this process now holds it */
function tryToTake(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  const note = { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
  writeFileSync(join(lock, 'owner.json'), JSON.stringify(note));
  return true;
}

/** Moves a stale lock aside; rename is atomic, so only one of several waiting set-ups succeeds. */
function clearStale(lock) {
  const aside = `${lock}.stale-${process.pid}-${Date.now()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = readOwner(aside);
  if (moved !== undefined && !isStaleLock(moved, 0)) {
    // Another set-up took the lock between our look and our move: give it back.
    renameSync(aside, lock);
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

/**
 * Holds a lock (a folder, made atomically) while `work` runs; waits while a living process holds it and takes over
 * from one that died. Two set-ups at the same time thus build a thing once.
 * @template T
 * @param {string} lock path of the lock folder
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when it has to wait
 * @returns {Promise<T>}
 */
export async function withLock(lock, work, onWait = () => undefined) {
  let told = false;
  while (!tryToTake(lock)) {
    if (isStaleLock(readOwner(lock), ageMsOf(lock))) {
      clearStale(lock);
      continue;
    }
    if (!told) onWait();
    told = true;
    assertNotInterrupted();
    await delay(500);
  }
  const release = () => {
    rmSync(lock, { recursive: true, force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
