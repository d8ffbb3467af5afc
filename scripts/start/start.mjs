import * as modules from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { commandStartedAtMs } from './command-start.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { runPassingSignals } from './run-passing-signals.mjs';
import { projectNode } from '../setup/node-modules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const startedAtMs = commandStartedAtMs();

// Workers and everything else run in UTC; 開庁日 and shown times name their zone themselves.
process.env.TZ = 'UTC';
if (startedAtMs !== undefined) process.env.TSUNAGI_COMMAND_STARTED_AT_MS ??= String(Math.round(startedAtMs));

if (Number(process.versions.node.split('.')[0]) < 24) {
  // Started by hand, past npm: the project's own Node takes over.
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exit(await runPassingSignals(projectNode(root), words, root));
}

endWithNpm();
const built = await runPassingSignals(process.execPath, [join(root, 'scripts', 'build', 'build.mjs')], root);
if (built > 128) process.exit(built);
if (built !== 0) {
  console.error('\n始められません [start.build-failed]\n  組み立てに失敗しました。上の表示を見てください。');
  process.exit(built);
}

// Compiled code is kept between starts: it more than halves the time that loading takes before the first page.
modules.enableCompileCache?.(join(root, 'node_modules', '.cache', 'compiled'));
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist', 'apps', 'local', 'src', 'main.js')).href);
