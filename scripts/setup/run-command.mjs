import { spawn } from 'node:child_process';
import { SetupRefusal } from './refusal.mjs';

/** Children that are running now, so that an interrupted set-up does not leave a build behind. */
const running = new Set();

let interrupted = false;

/** Ends every command that the set-up is running, and begins no other. */
export function endRunningCommands() {
  interrupted = true;
  for (const child of running) child.kill('SIGTERM');
}

/** @throws SetupRefusal when the person has asked to stop */
export function assertNotInterrupted() {
  if (!interrupted) return;
  throw new SetupRefusal('setup.interrupted', [
    '準備を途中でやめました。もう一度実行すれば、できていないところから続けます。',
  ]);
}

/**
 * Runs a program to its end without a shell. Keeps the last 200 lines of what it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, uid?: number, gid?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, lines: string[] }>} code 127 when the program could not be started, 124 after the timeout
 */
export async function runCommand(program, args, options = {}) {
  assertNotInterrupted();
  const { onLine, timeoutMs, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const lines = [];
    let rest = '';
    let timedOut = false;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
    running.add(child);
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    const take = (chunk) => {
      const pieces = (rest + String(chunk)).split('\n');
      rest = pieces.pop() ?? '';
      for (const line of pieces) {
        lines.push(line);
        if (lines.length > 200) lines.shift();
        onLine?.(line);
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (rest !== '') lines.push(rest);
      resolve({ code: timedOut ? 124 : code, lines });
    };
    child.once('error', (error) => {
      lines.push(error.message);
      finish(127);
    });
    child.once('close', (code, signal) => {
      finish(code ?? (signal === null ? 1 : 128));
    });
  });
}
