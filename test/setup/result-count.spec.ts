import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadScript } from './load-script.ts';

interface ResultCount {
  readonly countAll: (folder: string) => { passed: number; failed: number };
}
const { countAll } = await loadScript<ResultCount>('test/result-count.mjs');

function results(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-results-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the count of all results', () => {
  it('sums up every kind', () => {
    const folder = results({
      'unit.json': '{"numPassedTests":3,"numFailedTests":1}',
      'int.json': '{"numPassedTests":2,"numFailedTests":0}',
    });
    expect(countAll(folder)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts a skipped test, a file that could not run and an unreadable result as failures', () => {
    const folder = results({
      'unit.json': '{"numPassedTests":3,"numFailedTests":0,"numPendingTests":1}',
      'int.json': '{"numPassedTests":0,"numFailedTests":0,"numRuntimeErrorTestSuites":1}',
      'fault.json': '{"numPassed',
    });
    expect(countAll(folder)).toEqual({ passed: 3, failed: 3 });
  });

  it('finds nothing where no kind has run', () => {
    expect(countAll('/nonexistent')).toEqual({ passed: 0, failed: 0 });
  });
});
