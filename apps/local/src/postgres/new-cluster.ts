import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../start-refusal.ts';
import type { PostgresPrograms } from './postgres-programs.ts';
import type { PostgresUser } from './postgres-user.ts';

const run = promisify(execFile);

/** Without these, a machine with LANG=C gets a database that cannot hold Japanese. */
const encodingFlags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * Makes the data folder when it is not there. It appears whole or not at all: made beside, then renamed.
 * @param superPassword password of the superuser `postgres`
 * @returns whether it was made now
 */
export async function ensureCluster(
  programs: PostgresPrograms,
  folder: string,
  user: PostgresUser,
  superPassword: string,
): Promise<boolean> {
  if (existsSync(folder)) return false;
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const passwordFolder = mkdtempSync(join(tmpdir(), 'tsunagi-'));
  const passwordFile = join(passwordFolder, 'password');
  try {
    writeFileSync(passwordFile, `${superPassword}\n`, { mode: 0o600 });
    if (user !== undefined)
      for (const path of [making, passwordFolder, passwordFile]) chownSync(path, user.uid, user.gid);
    const flags = [
      `--pgdata=${making}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-instructions',
    ];
    await run(programs.initdb, [...flags, ...encodingFlags], { cwd: making, ...user });
    renameSync(making, folder);
    return true;
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    const why =
      error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : String(error);
    throw new StartRefusal(
      'start.postgres-failed',
      ['PostgreSQL のデータの置き場所を作れませんでした。', ...why.trim().split('\n').slice(-5)],
      error,
    );
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
}
