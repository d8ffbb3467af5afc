import { describe, expect, it } from '@jest/globals';
import type { Standing } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import { needsNudge } from './nudge.ts';

const person: Actor = { kind: 'person', membershipId: 'm', agency: 'houkatsu', posts: ['staff'] };
const standing = (more: object = {}): Standing =>
  ({ seq: 3, closed: false, nextDueAtMs: 1_000, stage: 'screening', round: 1, screened: false, ...more }) as Standing;

describe('needsNudge', () => {
  it.each<[string, Standing | undefined, Standing, Actor, boolean, boolean]>([
    ['the record began', undefined, standing(), person, true, true],
    ['the next date came nearer', standing(), standing({ seq: 4, nextDueAtMs: 999 }), person, true, true],
    ['there is a date where there was none', standing({ nextDueAtMs: null }), standing({ seq: 4 }), person, true, true],
    ['a milestone moved', standing(), standing({ seq: 4, screened: true }), person, true, true],
    ['it closed', standing(), standing({ seq: 4, closed: true, nextDueAtMs: null }), person, true, true],
    ['only the date moved later', standing(), standing({ seq: 4, nextDueAtMs: 2_000 }), person, true, false],
    ['the last date went', standing(), standing({ seq: 4, nextDueAtMs: null }), person, true, false],
    ['only the stage is named otherwise', standing(), standing({ seq: 4, stage: 'handoff' }), person, true, false],
    ['nothing but the number of events changed', standing(), standing({ seq: 9 }), person, true, false],
    ['its own workflow did it', standing(), standing({ seq: 4, screened: true }), { kind: 'workflow' }, true, false],
    ['its own clock did it', standing(), standing({ seq: 4, nextDueAtMs: 5 }), { kind: 'clock' }, true, false],
    [
      "another record's workflow did it",
      standing(),
      standing({ seq: 4, screened: true }),
      { kind: 'workflow' },
      false,
      true,
    ],
    ["another record's workflow began it", undefined, standing(), { kind: 'workflow' }, false, true],
  ])('when %s', (_when, before, after, actor, isTarget, expected) => {
    expect(needsNudge(before, after, actor, isTarget)).toBe(expected);
  });

  it('tells of a date that came nearer because dates were counted anew, though the clock is named', () => {
    const redated = (nextDueAtMs: number): boolean =>
      needsNudge(standing(), standing({ seq: 4, nextDueAtMs }), { kind: 'clock' }, true, 'redate-obligations');
    expect([redated(999), redated(1_001)]).toEqual([true, false]);
  });

  it('sees no change where PostgreSQL only gave the keys back in another order', () => {
    const stored = Object.fromEntries(Object.entries(standing()).toReversed()) as unknown as Standing;
    expect(needsNudge(stored, standing(), person, true)).toBe(false);
  });
});
