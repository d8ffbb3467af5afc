import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What one result file of jest says. A file of tests that could not be run counts as one failure, and so does a test that was
 * left out: nothing is skipped silently.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number, numRuntimeErrorTestSuites?: number }} result
 * @param {{ chosen?: boolean }} [run] `chosen`: only some tests were asked for, the others are left out rightly
 * @returns {{ passed: number, failed: number }}
 */
export function countOf(result, { chosen = false } = {}) {
  const leftOut = chosen ? 0 : (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + leftOut + (result.numRuntimeErrorTestSuites ?? 0),
  };
}

/**
 * The sum over all result files of a folder; an unreadable one counts as a failure.
 * @param {string} folder
 * @returns {{ passed: number, failed: number }}
 */
export function countAll(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const counts = files.map((name) => {
    try {
      return countOf(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    } catch {
      return { passed: 0, failed: 1 };
    }
  });
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}
