// `npm run bench`, or some of its rows: `npm run bench -- latency`, `npm run bench -- history long`.
// Sets up and builds what is missing, as `npm test` does; prints a table and leaves it in test-results/bench.json. Times decide nothing here.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFound } from '../../scripts/setup/found.mjs';
import { projectNode } from '../../scripts/setup/node-modules.mjs';
import { lookAtMachine } from './machine.mjs';
import { writeResult } from './result-file.mjs';
import { resultLines } from './table.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const results = join(root, 'test-results');
// The sources themselves, as in the workflow tests: what is built may be older.
const onSources = ['--conditions=tsunagi:source', '--import=./test/bench/source-hook.mjs'];
const rows = [
  { name: 'latency', key: 'commandLatency', args: ['test/bench/command-latency.mjs'] },
  { name: 'history', key: 'historyEvents', args: [...onSources, 'test/bench/history-events.mjs'] },
  { name: 'long', key: 'longCase', args: [...onSources, 'test/bench/long-case.mjs'] },
  { name: 'board', key: 'boardReading', args: ['test/bench/board-reading.mjs'] },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`知らない計測です: ${unknown.join(', ')}(あるもの: ${rows.map(({ name }) => name).join(', ')})`);
  process.exit(2);
}

const env = { ...process.env, TZ: 'UTC' };
function run(program, args) {
  const { status } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// Ctrl-C reaches the rows as well: they close what they opened, and then this ends with them.
process.on('SIGINT', () => undefined);
run(process.execPath, ['scripts/setup/prepare.mjs', 'test']);
const node = projectNode(root);
run(node, ['scripts/build/build.mjs', '--only=server']);
const { testServer } = readFound(root);
if (testServer !== undefined) env.TSUNAGI_TEST_SERVER ??= testServer;

const result = { at: new Date().toISOString(), machine: await lookAtMachine() };
for (const { name, key, args } of rows) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const file = join(results, `bench-${name}.json`);
  rmSync(file, { force: true });
  run(node, [...args, file]);
  result[key] = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
}
writeResult(join(results, 'bench.json'), result);
console.log(`\n${resultLines(result).join('\n')}`);
