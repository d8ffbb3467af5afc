import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectNode } from '../setup/node-modules.mjs';

/** A test file that runs longer than this hangs; the slowest need a few seconds. */
const longestMs = 90_000;
let runs = 0;

/**
 * Runs the tests of one spec that name one of these requirements.
 * @param {string} root
 * @param {{ requirements: readonly string[], spec: string }} asked
 * @param {{ file: string, find: string, replace: string } | undefined} mutant
 * @returns {Promise<{ ran: boolean, passed: number, failed: number, said: string }>} `ran`: the file could be loaded and a test with that name ran
 */
export async function runNamed(root, { requirements, spec }, mutant) {
  runs += 1;
  const out = join(tmpdir(), `tsunagi-mutant-${String(process.pid)}-${String(runs)}.json`);
  const output = [];
  await new Promise((resolve) => {
    const child = spawn(
      projectNode(root),
      [
        '--experimental-vm-modules',
        '--no-warnings=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
        '--config=test/requirements/jest.config.mjs',
        '--runInBand',
        '--silent',
        '--testTimeout=60000',
        `--testNamePattern=\\[(${requirements.join('|')})\\]`,
        '--json',
        `--outputFile=${out}`,
        '--runTestsByPath',
        spec,
      ],
      {
        cwd: root,
        env: { ...process.env, TZ: 'UTC', TSUNAGI_MUTANT: JSON.stringify(mutant ?? null) },
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: longestMs,
        killSignal: 'SIGKILL',
      },
    );
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', resolve);
    child.once('close', resolve);
  });
  const said = Buffer.concat(output).toString();
  try {
    const result = JSON.parse(readFileSync(out, 'utf8'));
    const { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: unloaded } = result;
    return { ran: unloaded === 0 && passed + failed > 0, passed, failed, said };
  } catch {
    return { ran: false, passed: 0, failed: 0, said };
  } finally {
    rmSync(out, { force: true });
  }
}
