import { DatabaseSync } from 'node:sqlite';
import { readFileSync, writeFileSync } from 'node:fs';
import { StartRefusal } from '../start-refusal.ts';
import type { HomeFolder } from './home-folder.ts';

export interface InstanceLock {
  /** Tells a second start where this one is to be found. */
  readonly describe: (url: string) => void;
  readonly release: () => void;
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === sqliteBusy;
}

function holderLines(notePath: string): string[] {
  try {
    const note: unknown = JSON.parse(readFileSync(notePath, 'utf8'));
    if (typeof note !== 'object' || note === null || !('pid' in note) || typeof note.pid !== 'number') return [];
    const url = 'url' in note && typeof note.url === 'string' ? `、${note.url}` : '';
    return [`動いているほう: プロセス ${note.pid}${url}`];
  } catch {
    return [];
  }
}

/**
 * One instance a home. The lock is the kernel's own (SQLite holds it on a file of one table less database), so it goes with the
 * process however that ends: no stale lock after `kill -9`, no mistaking a reused process number.
 * @throws StartRefusal `start.second-instance`
 */
export function lockInstance(home: HomeFolder): InstanceLock {
  const notePath = `${home.run}/instance.json`;
  const file = new DatabaseSync(home.instanceLock, { timeout: 200 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw error;
    throw new StartRefusal(
      'start.second-instance',
      [
        `同じデータ(${home.path})で、つなぎがもう動いています。`,
        ...holderLines(notePath),
        'そちらを使うか、終わらせてから始めてください。別のデータで動かすには TSUNAGI_HOME と PORT を変えます。',
      ],
      error,
    );
  }
  const note = (url?: string): void => {
    writeFileSync(notePath, JSON.stringify({ pid: process.pid, url }), { mode: 0o600 });
  };
  note();
  return {
    describe: note,
    release: () => {
      file.close();
    },
  };
}
