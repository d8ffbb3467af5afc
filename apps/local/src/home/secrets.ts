import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenSecrets } from '../config.ts';
import type { HomeFolder } from './home-folder.ts';

/** What the processes need to know and nobody else. */
export interface Secrets {
  /** Password of the role `app`. */
  readonly appPassword: string;
  /** Password of the role `clock`. */
  readonly clockPassword: string;
  /** 32 bytes, base64. Wraps the keys of the records: without it texts about people cannot be read again. */
  readonly masterKey: string;
}

const password = (): string => randomBytes(24).toString('base64url');

/**
 * Gives the secret kept in the home folder, made on first use (mode 0600, on disk before it is used).
 * @param name file name below `secrets/`
 */
export function keptSecret(home: HomeFolder, name: string, make: () => string = password): string {
  const path = join(home.secrets, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const value = make();
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${value}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  return value;
}

/** Passwords of the database roles and the master key: given ones first, else those of the home folder. */
export function secretsOf(home: HomeFolder, given: GivenSecrets): Secrets {
  return {
    appPassword: given.appPassword ?? keptSecret(home, 'app-password'),
    clockPassword: given.clockPassword ?? keptSecret(home, 'clock-password'),
    masterKey: given.masterKey ?? keptSecret(home, 'master-key', () => randomBytes(32).toString('base64')),
  };
}
