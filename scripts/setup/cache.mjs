import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './cache-lock.mjs';

/**
 * Where things that several clones share are kept (Temporal server, test server).
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  if (env.TSUNAGI_CACHE) return env.TSUNAGI_CACHE;
  return join(env.XDG_CACHE_HOME ? env.XDG_CACHE_HOME : join(homedir(), '.cache'), 'tsunagi');
}

/** Removes build folders that a killed set-up left. Called under the lock of `name`, so nobody is using them. */
function sweepLeftovers(root, name) {
  for (const entry of readdirSync(root)) {
    if (entry.startsWith(`building-${name}-`)) {
      rmSync(join(root, entry), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}

/**
 * Gives the folder `<cache>/<name>`, building it first when it is not there. It appears whole or not at all:
 * built beside, then renamed. Safe against two set-ups at once and against being killed.
 * @param {string} name contains the version
 * @param {(folder: string) => Promise<void>} build fills the given empty folder; throws when it cannot
 * @param {{ root?: string, onWait?: () => void }} [options]
 * @returns {Promise<string>}
 */
export async function cached(name, build, { root = cacheFolder(), onWait } = {}) {
  const place = join(root, name);
  if (existsSync(place)) return place;
  mkdirSync(root, { recursive: true });
  return withLock(
    join(root, `${name}.lock`),
    async () => {
      if (existsSync(place)) return place;
      sweepLeftovers(root, name);
      const building = mkdtempSync(join(root, `building-${name}-`));
      try {
        await build(building);
        renameSync(building, place);
        return place;
      } finally {
        rmSync(building, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    },
    onWait,
  );
}
