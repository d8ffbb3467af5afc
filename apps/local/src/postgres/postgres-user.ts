import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { getuid } from 'node:process';
import { StartRefusal } from '../start-refusal.ts';

/** The user PostgreSQL runs as; undefined: as ourselves. */
export type PostgresUser = { readonly uid: number; readonly gid: number } | undefined;

function idOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/**
 * PostgreSQL refuses to run as root: as root it gets the user `postgres`, made when it is missing.
 * @throws StartRefusal `start.postgres-cannot-enter` when the user cannot be made
 */
export function postgresUser(): PostgresUser {
  if (getuid?.() !== 0) return undefined;
  if (idOf('-u') === undefined) {
    spawnSync('/usr/sbin/groupadd', ['--system', 'postgres']);
    spawnSync('/usr/sbin/useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === undefined || gid === undefined) {
    throw new StartRefusal('start.postgres-cannot-enter', [
      'PostgreSQL は root では動きません。利用者 postgres を作れませんでした。',
      'root でない利用者で実行するか、動いている PostgreSQL を DATABASE_URL で指してください。',
    ]);
  }
  return { uid, gid };
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

/** Asked of the system itself, as that user, so that access lists count too. */
function passes(user: NonNullable<PostgresUser>, test: string, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', test, 'sh', path], { cwd: '/', stdio: 'ignore', ...user }).status === 0;
}

/**
 * As another user, PostgreSQL must reach its program and its data. Asked before anything is made.
 * @param program path of `postgres`
 * @param home where the data will be
 * @throws StartRefusal `start.postgres-cannot-enter`
 */
export function assertPostgresReaches(user: PostgresUser, program: string, home: string): void {
  if (user === undefined) return;
  if (!passes(user, 'test -x "$1"', program)) {
    throw new StartRefusal('start.postgres-cannot-enter', [
      `PostgreSQL は利用者 postgres として動きますが、その利用者はこのフォルダーの部品(${program})に届きません。`,
      'フォルダーごと、だれでも通れる場所(例: /srv/tsunagi)へ移すか、root でない利用者で実行してください。',
    ]);
  }
  if (!passes(user, 'cd "$1"', nearestExisting(home))) {
    throw new StartRefusal('start.postgres-cannot-enter', [
      `PostgreSQL は利用者 postgres として動きますが、その利用者はデータの置き場所 ${home} に入れません。`,
      'だれでも通れる場所を TSUNAGI_HOME で指してください(例: TSUNAGI_HOME=/var/lib/tsunagi npm start)。',
    ]);
  }
}
