import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupRefusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './progress.mjs';

/** @param {string} text of package-lock.json @returns {string} */
export function lockHash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Whether what is installed is what the lock file names. npm writes `node_modules/.package-lock.json` last, so a
 * killed `npm ci` has none. Optional packages may be absent (they are for other machines); others may not.
 * @param {string} wanted text of package-lock.json
 * @param {string | undefined} installed text of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function matchesLock(wanted, installed) {
  if (installed === undefined) return false;
  const there = JSON.parse(installed).packages ?? {};
  return Object.entries(JSON.parse(wanted).packages ?? {}).every(([path, entry]) => {
    if (path === '' || entry.link === true) return true;
    const found = there[path];
    if (found === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The Node of the project: a dependency, so that every machine runs the same one. @param {string} root */
export function projectNode(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

async function assertProjectNode(root) {
  const node = projectNode(root);
  const wanted = readFileSync(join(root, '.nvmrc'), 'utf8').trim().replace(/^v/, '').split('.')[0];
  const { code, lines } = await runCommand(node, ['--version'], { timeoutMs: 20_000 });
  const version = (lines.at(-1) ?? '').trim();
  if (code === 0 && version.startsWith(`v${wanted}.`)) return;
  throw new SetupRefusal('setup.dependencies-failed', [
    `Node.js ${wanted}(部品の一つとして入れます)が動きません: ${version === '' ? '応答がありません' : version}`,
    'npm の設定で install スクリプトが止められていないか確かめ、node_modules を消してからもう一度実行してください。',
  ]);
}

/**
 * Installs the dependencies when they are missing or stale.
 * @param {string} root folder of the clone
 * @param {string | undefined} knownHash lock hash of the last successful set-up in this clone
 * @returns {Promise<string>} the lock hash that is installed now
 */
export async function ensureDependencies(root, knownHash) {
  const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = lockHash(wanted);
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (hash === knownHash && existsSync(hidden) && existsSync(projectNode(root))) return hash;
  if (matchesLock(wanted, readIfThere(hidden))) {
    await assertProjectNode(root);
    return hash;
  }
  await step('部品(npm パッケージと Node.js 24)を入れています', '1〜3 分', async () => {
    const npm = process.env.npm_execpath;
    const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
    const [program, given] =
      npm?.endsWith('.js') || npm?.endsWith('.cjs') ? [process.execPath, [npm, ...args]] : ['npm', args];
    const { code, lines } = await runCommand(program, given, { cwd: root });
    if (code !== 0) {
      throw new SetupRefusal('setup.dependencies-failed', [
        'npm ci が失敗しました。インターネットにつながるか、空き容量があるかを確かめてください。',
        ...lines.slice(-12),
      ]);
    }
    await assertProjectNode(root);
  });
  return hash;
}
