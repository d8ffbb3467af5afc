import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFound } from '../setup/found.mjs';
import { projectNode } from '../setup/node-modules.mjs';
import { countOf } from './result-count.mjs';

/**
 * Kinds of tests, cheap ones first; each is a project of jest.config.mjs. Milliseconds a test of the kind may take: jest
 * reads that from the command line or the top of its configuration only, never from a project.
 */
const longestMs = { unit: 20_000, workflow: 60_000, int: 60_000, browser: 180_000, fault: 300_000 };
const kinds = Object.keys(longestMs);
/** Kinds whose tests stand each for itself: they run in another order each time, jest prints the seed. The others tell stories in order. */
const inAnyOrder = ['unit'];

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const results = join(root, 'test-results');
const node = projectNode(root);
const found = readFound(root);
/** Paths or options of jest. With them a kind may be empty; without, an empty kind is a failure. */
const given = process.argv.slice(2);

const env = { ...process.env, TZ: 'UTC' };
if (found.temporal !== undefined) env.TSUNAGI_TEMPORAL ??= found.temporal;
if (found.testServer !== undefined) env.TSUNAGI_TEST_SERVER ??= found.testServer;
if (found.chromium !== undefined) env.CHROMIUM_PATH ??= found.chromium;

const run = (args) => spawnSync(node, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;

function runKind(kind, index) {
  const file = join(results, `${kind}.json`);
  console.log(`\n== テスト ${index + 1}/${kinds.length}: ${kind}`);
  const startedMs = Date.now();
  const status = run([
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...given,
    ...(given.length > 0 ? ['--passWithNoTests'] : []),
    '--selectProjects',
    kind,
    `--testTimeout=${longestMs[kind]}`,
    ...(inAnyOrder.includes(kind) ? ['--randomize'] : []),
    '--json',
    `--outputFile=${file}`,
  ]);
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  if (!existsSync(file)) return { kind, seconds, passed: 0, failed: 0, status, missing: given.length === 0 };
  return {
    kind,
    seconds,
    status,
    missing: false,
    ...countOf(JSON.parse(readFileSync(file, 'utf8')), { chosen: given.length > 0 }),
  };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const built = run(['scripts/build/build.mjs']);
if (built !== 0) {
  console.error('組み立てに失敗したため、テストを始められません。');
  process.exit(built);
}

/** The mutants of test/requirements: what the tests that name a requirement would notice. Only with the whole run. */
function runMutants() {
  console.log('\n== 要件の変異');
  const startedMs = Date.now();
  const file = join(results, 'requirements.json');
  const status = run(['scripts/requirements/run.mjs']);
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  const missing = !existsSync(file);
  const counted = missing ? { passed: 0, failed: 0 } : countOf(JSON.parse(readFileSync(file, 'utf8')));
  return { kind: 'mutants', seconds, status, missing, ...counted };
}

const outcomes = [...kinds.map(runKind), ...(given.length === 0 ? [runMutants()] : [])];
console.log('');
for (const { kind, passed, failed, seconds, missing, status } of outcomes) {
  const note = missing ? '結果がありません' : `${passed} passed, ${failed} failed`;
  console.log(`${kind.padEnd(9)} ${note} (${seconds} 秒${status === 0 ? '' : `、終了コード ${status}`})`);
}
process.exitCode = outcomes.every(({ status, failed, missing }) => status === 0 && failed === 0 && !missing) ? 0 : 1;
