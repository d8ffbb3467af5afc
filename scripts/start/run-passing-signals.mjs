import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program in our place: what we are told by signal it is told, too, and we end after it. Without that whoever ends this process
 * alone (a supervisor) would leave the other one running.
 * @param {string} program @param {readonly string[]} words @param {string} cwd
 * @returns {Promise<number>} its exit code; 128 and the signal's number when one ended it
 */
export async function runPassingSignals(program, words, cwd) {
  const child = spawn(program, words, { stdio: 'inherit', cwd });
  const passOn = signals.map((signal) => {
    const listener = () => void child.kill(signal);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)));
    });
  } finally {
    for (const off of passOn) off();
  }
}
