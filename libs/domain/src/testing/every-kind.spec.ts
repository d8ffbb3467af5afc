import { expect, it } from '@jest/globals';
import { desksOfEveryKind, kindsThatNeverOccur } from './every-kind.ts';

it('every kind of event and of obligation occurs in the records that the properties of access look at', () => {
  const desks = desksOfEveryKind();
  expect(kindsThatNeverOccur(desks)).toEqual([]);
  expect(kindsThatNeverOccur(desks.slice(0, 1))).toContain('event plan-drafted');
});
