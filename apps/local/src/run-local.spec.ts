import { describe, expect, it } from '@jest/globals';
import { readArguments } from './run-local.ts';

describe('the words behind npm start', () => {
  it('are none for an ordinary start', () => {
    expect(readArguments([])).toEqual({ reset: false, yes: false });
  });

  it('ask for a new beginning, with or without a question', () => {
    expect(readArguments(['--reset'])).toEqual({ reset: true, yes: false });
    expect(readArguments(['--yes', '--reset'])).toEqual({ reset: true, yes: true });
  });

  it('are refused when one is not known, instead of starting without it', () => {
    expect(() => readArguments(['--rest'])).toThrow(/--rest/);
  });
});
