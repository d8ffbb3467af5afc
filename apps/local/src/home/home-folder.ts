import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';

/** The places in `TSUNAGI_HOME`. */
export interface HomeFolder {
  readonly path: string;
  readonly postgres: string;
  readonly temporalStore: string;
  readonly secrets: string;
  readonly mails: string;
  readonly logs: string;
  /** Notes on what is running. */
  readonly run: string;
  readonly instanceLock: string;
  readonly portsNote: string;
  /** While this file is there, a `--reset` was agreed to and is not finished. */
  readonly resetMark: string;
}

/** Names the places; touches nothing. */
export function homeFolder(path: string): HomeFolder {
  return {
    path,
    postgres: join(path, 'postgres'),
    temporalStore: join(path, 'temporal.sqlite'),
    secrets: join(path, 'secrets'),
    mails: join(path, 'mails'),
    logs: join(path, 'logs'),
    run: join(path, 'run'),
    instanceLock: join(path, 'instance.lock'),
    portsNote: join(path, 'ports.json'),
    resetMark: join(path, 'reset-in-progress'),
  };
}

/**
 * Makes the folders that are missing, for our own eyes. As root, PostgreSQL's user must be able to pass through the home
 * itself. A home that is there already keeps the mode it was given.
 */
export function makeHome(home: HomeFolder): void {
  if (!existsSync(home.path)) {
    mkdirSync(home.path, { recursive: true, mode: 0o755 });
    chmodSync(home.path, getuid?.() === 0 ? 0o711 : 0o700);
  }
  for (const folder of [home.secrets, home.mails, home.logs, home.run]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}
