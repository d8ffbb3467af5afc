#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const oldestNode = 24;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  // The project brings its own Node; this one is too old for it.
  const node = join(import.meta.dirname, '../../../../node_modules/node/bin/node');
  const { status } = spawnSync(node, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { runCli } = await import('./run-cli.ts');
// Explicit: a command is over when it says so, whatever a library keeps open.
process.exit(await runCli(process.argv.slice(2)));
