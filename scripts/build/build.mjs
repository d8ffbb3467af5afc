// Builds what changed since the last build: server code and data (SWC), workflow bundle, web pages (Vite), all into dist.
//   node scripts/build/build.mjs [--force] [--only=server|bundle|web]
// SWC is called file by file instead of through `nest build --all`: no project list to keep, what was deleted
// leaves dist too, and an unchanged tree is recognised without loading a compiler.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuildLock } from './build-lock.mjs';
import { buildFiles, isBuilt, removeOutputs } from './compile.mjs';
import { buildParts } from './parts.mjs';
import { precompress } from './precompress.mjs';
import { hashFiles, keyOf } from './tree.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stampPath = join(root, 'dist', '.stamp', 'build.json');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
if (process.argv.includes('--force')) rmSync(join(root, 'dist'), { recursive: true, force: true });

const blank = { files: {}, settings: '', server: {}, bundle: '', web: '' };
const readStamp = () => {
  try {
    return { ...blank, ...JSON.parse(readFileSync(stampPath, 'utf8')) };
  } catch (error) {
    if (error.code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
    return blank;
  }
};

/** Runs Node on a script; its output is shown only when it fails. */
const runNode = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines = [];
    child.stdout.on('data', (chunk) => lines.push(chunk));
    child.stderr.on('data', (chunk) => lines.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(' ')} が失敗しました (${String(code)})\n${Buffer.concat(lines).toString()}`));
    });
  });

/** Says what is being done and how long it took. */
const told = async (what, work) => {
  const began = performance.now();
  await work();
  console.log(`組み立て: ${what} … できました (${((performance.now() - began) / 1000).toFixed(1)} 秒)`);
};

function look() {
  const stamp = readStamp();
  const parts = buildParts(root);
  const files = hashFiles(
    root,
    [...new Set([...parts.settings, ...parts.server, ...parts.bundle, ...parts.web])].filter((path) =>
      existsSync(join(root, path)),
    ),
    stamp.files,
  );
  const settings = keyOf(parts.settings, files);
  const fresh = stamp.settings === settings;
  const changed = parts.server.filter(
    (path) => !fresh || stamp.server[path] !== files[path].hash || !isBuilt(root, path),
  );
  const gone = Object.keys(stamp.server).filter((path) => !(path in files));
  const keys = {
    bundle:
      parts.bundle.length === 0
        ? ''
        : `${settings} ${keyOf(
            parts.bundle.filter((path) => path in files),
            files,
          )}`,
    web: parts.web.length === 0 ? '' : `${settings} ${keyOf(parts.web, files)}`,
  };
  const asked = (part) => only === undefined || only === part;
  return {
    stamp: { ...stamp, files },
    settings,
    server: Object.fromEntries(parts.server.map((path) => [path, files[path].hash])),
    keys,
    changed: asked('server') ? changed : [],
    gone: asked('server') ? gone : [],
    bundle: asked('bundle') && keys.bundle !== '' && keys.bundle !== stamp.bundle,
    web:
      asked('web') &&
      (keys.web !== stamp.web || !existsSync(join(root, 'dist/apps/web/index.html'))) &&
      'apps/web/index.html' in files,
  };
}

const isIdle = (seen) => seen.changed.length === 0 && seen.gone.length === 0 && !seen.bundle && !seen.web;

async function build() {
  const seen = look();
  const stamp = seen.stamp;
  // written after every part, so that a part that fails does not make the others start again
  const save = (part) => {
    Object.assign(stamp, part);
    mkdirSync(dirname(stampPath), { recursive: true });
    writeFileSync(stampPath, JSON.stringify(stamp));
  };
  const server = async () => {
    if (seen.changed.length > 0 || seen.gone.length > 0) {
      await told(`サーバー (${seen.changed.length} ファイル)`, async () => {
        for (const path of seen.gone) removeOutputs(root, path);
        await buildFiles(root, seen.changed);
      });
      save({ settings: seen.settings, server: seen.server });
    }
    if (seen.bundle) {
      await told('ワークフロー', () => runNode(['dist/libs/temporal/src/build-bundle.js']));
      save({ bundle: seen.keys.bundle });
    }
  };
  const web = async () => {
    if (!seen.web) return;
    await told('画面', async () => {
      await runNode([
        'node_modules/vite/bin/vite.js',
        'build',
        'apps/web',
        '--outDir',
        join(root, 'dist/apps/web'),
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ]);
      precompress(join(root, 'dist/apps/web'));
    });
    save({ web: seen.keys.web });
  };
  const failed = (await Promise.allSettled([server(), web()])).filter(({ status }) => status === 'rejected');
  if (isIdle(seen)) save({});
  for (const { reason } of failed) console.error(`組み立てられませんでした:\n${reason.stack}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

const before = look();
const unseen = JSON.stringify(before.stamp.files) !== JSON.stringify(readStamp().files);
if (!isIdle(before) || unseen) await withBuildLock(join(root, 'dist', '.stamp', 'lock'), build);
