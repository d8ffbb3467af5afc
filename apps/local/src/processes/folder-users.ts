import { readdirSync, readlinkSync } from 'node:fs';
import { processIdentity } from './process-identity.ts';

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/**
 * Whether a running process works in this folder (as every process of a PostgreSQL does in its data folder).
 * @returns undefined where the system does not tell (it has no `/proc`)
 */
export function isWorkedIn(folder: string): boolean | undefined {
  try {
    const pids = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
    return pids.some((pid) => worksIn(pid, folder) && processIdentity(pid) !== undefined);
  } catch {
    return undefined;
  }
}
