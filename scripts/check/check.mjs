// One command says yes: `npm run check`, or some of its steps: `npm run check -- lint types`.
// Every step runs even when one before it failed; the end names those that did.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const rooms = ['apps', 'libs', 'workflows', 'migrations', 'test', 'scripts'].filter((room) =>
  existsSync(join(root, room)),
);
const bin = (name, ...rest) => [join('node_modules', name), ...rest];

/** name, what it looks at, the commands (each a script for Node and its arguments) */
const steps = [
  ['format', '書式', [bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')]],
  ['names', '名前と置き場所', [['scripts/check/names.mjs']]],
  ['requirements', '要件の表と変異の場所', [['scripts/check/requirements.mjs']]],
  ['lint', '静的検査', [bin('eslint/bin/eslint.js', '.', '--max-warnings', '0')]],
  [
    'types',
    '型',
    [['tsconfig.json'], ['tsconfig.web.json', 'apps/web'], ['tsconfig.browser-test.json', 'test/browser']]
      .filter(([, folder = '.']) => existsSync(join(root, folder)))
      .map(([config]) => bin('typescript/bin/tsc', '-p', config)),
  ],
  [
    'arrows',
    '部屋の間の矢印',
    [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', ...rooms),
      bin('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.types.cjs', ...rooms),
    ],
  ],
  ['unused', '使われていないもの', [bin('knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors')]],
  ['build', '組み立てとワークフローの束', [['scripts/build/build.mjs']]],
  ['migrations', '移行(上げる・差がない・下げる)', [['scripts/check/migrations.mjs']]],
  ['openapi', 'API の記述', [['scripts/check/answers.mjs'], ['scripts/check/openapi.mjs']]],
  [
    'unit',
    '単体テスト',
    [
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
        '--selectProjects',
        'unit',
        '--randomize',
        '--silent',
      ],
    ],
  ],
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`知らない検査です: ${unknown.join(', ')}(あるもの: ${steps.map(([name]) => name).join(', ')})`);
  process.exit(2);
}

/** @returns {Promise<{ ok: boolean, output: string }>} */
const runNode = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => resolve({ ok: false, output: String(error) }));
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });

const failed = [];
for (const [name, what, commands] of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  let ok = true;
  for (const command of commands) {
    const result = await runNode(command);
    if (result.ok) continue;
    ok = false;
    console.log(result.output.trimEnd());
  }
  if (!ok) failed.push(name);
  console.log(`${ok ? '○' : '×'} ${name} ${what} (${((performance.now() - began) / 1000).toFixed(1)} 秒)`);
}
if (failed.length > 0) console.log(`\n通らなかった検査: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
