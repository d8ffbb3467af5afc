import { expect, it } from '@jest/globals';
import { StartRefusal, type StartRefusalCode } from './start-refusal.ts';

const codes = [
  'start.setting-invalid',
  'start.port-taken',
  'start.second-instance',
  'start.no-temporal',
  'start.postgres-cannot-enter',
  'start.postgres-failed',
  'start.database-unreachable',
  'start.reset-cancelled',
  'start.reset-external',
] as const satisfies StartRefusalCode[];

it('gives every refusal of the start an exit code of its own that is not success', () => {
  const exitCodes = codes.map((code) => new StartRefusal(code, []).exitCode);
  expect(new Set(exitCodes).size).toBe(codes.length);
  expect(exitCodes.every((code) => code > 1 && code < 126)).toBe(true);
});
