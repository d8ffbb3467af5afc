import { expect, it } from '@jest/globals';
import { upcast } from './upcast.ts';

it('leaves an event of today as it is', () => {
  const event = { type: 'case-screened', v: 2, judgement: 'keep' };
  expect(upcast(event, undefined)).toBe(event);
});
