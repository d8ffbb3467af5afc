import { describe, expect, it } from '@jest/globals';
import type { CaseStanding, RecordRef, Standing } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import { newCase } from '../../../temporal/src/testing/case-script.ts';
import type { Change } from '../../../temporal/src/testing/scripted-record.ts';
import { newSitting } from '../../../temporal/src/testing/sitting-script.ts';
import { needsNudge } from './nudge.ts';

const aCase: RecordRef = { municipality: 'demo', kind: 'support-case', id: 'c' };
const aSitting: RecordRef = { municipality: 'demo', kind: 'sitting', id: 's' };
const person: Actor = { kind: 'person', membershipId: 'm', agency: 'houkatsu', posts: ['staff'] };
const clock: Actor = { kind: 'clock' };
const workflow: Actor = { kind: 'workflow' };

const standing = (more: Partial<CaseStanding> = {}): CaseStanding => ({
  ...newCase,
  seq: 3,
  nextDueAtMs: 1_000,
  ...more,
});

describe('needsNudge', () => {
  it.each<[string, Standing | undefined, Standing, Actor, RecordRef, boolean]>([
    ['the record began', undefined, standing(), person, aCase, true],
    ['the next date came nearer', standing(), standing({ seq: 4, nextDueAtMs: 999 }), person, aCase, true],
    [
      'there is a date where there was none',
      standing({ nextDueAtMs: null }),
      standing({ seq: 4 }),
      person,
      aCase,
      true,
    ],
    ['a procedure waits for it', standing(), standing({ seq: 4, screened: true }), person, aCase, true],
    ['it closed', standing(), standing({ seq: 4, closed: true, nextDueAtMs: null }), person, aCase, true],
    ['only the date moved later', standing(), standing({ seq: 4, nextDueAtMs: 2_000 }), person, aCase, false],
    ['the last date went', standing(), standing({ seq: 4, nextDueAtMs: null }), person, aCase, false],
    ['only the stage is named otherwise', standing(), standing({ seq: 4, stage: 'handoff' }), person, aCase, false],
    ['nothing but the number of events changed', standing(), standing({ seq: 9 }), person, aCase, false],
    ['its own workflow did it', standing(), standing({ seq: 4, screened: true }), workflow, aCase, false],
    ['its own clock did it', standing(), standing({ seq: 4, nextDueAtMs: 5 }), clock, aCase, false],
    ["another record's workflow did it", standing(), standing({ seq: 4, screened: true }), workflow, aSitting, true],
    ["another record's workflow began it", undefined, standing(), workflow, aSitting, true],
  ])('when %s', (_when, before, after, actor, ref, expected) => {
    expect(needsNudge(aCase, before, after, { ref, actor, command: { type: 'any' } })).toBe(expected);
  });

  it('tells of a date that came nearer because dates were counted anew, though the clock is named', () => {
    const redated = (nextDueAtMs: number): boolean =>
      needsNudge(aCase, standing(), standing({ seq: 4, nextDueAtMs }), {
        ref: aCase,
        actor: clock,
        command: { type: 'redate-obligations' },
      });
    expect([redated(999), redated(1_001)]).toEqual([true, false]);
  });
});

const awaiting: CaseStanding = { ...newCase, screened: true, handoff: { ...newCase.handoff, state: 'awaiting' } };
const inAssessment: CaseStanding = {
  ...awaiting,
  handoff: { state: 'accepted', answers: 1, declines: 0, expired: false },
  consented: true,
  assessment: { asked: true, missing: 3, finished: false },
};
const inPlanning: CaseStanding = { ...inAssessment, assessment: { asked: true, missing: 0, finished: true } };
const inSupport: CaseStanding = { ...inPlanning, decision: { asked: true, drafted: true, decided: true } };

/** Whether a person who changes a record so sends a nudge. */
function sends<S extends Standing>(ref: RecordRef, before: S, change: Change<S>): boolean {
  const after = Object.fromEntries(
    Object.entries(before).map(([key, value]: [string, unknown]) => {
      const part: unknown = change[key as keyof S] ?? value;
      return [key, typeof value === 'object' && value !== null ? { ...value, ...(part as object) } : part];
    }),
  );
  return needsNudge(
    ref,
    before,
    { ...(after as unknown as S), seq: before.seq + 1 },
    {
      ref,
      actor: person,
      command: { type: 'any' },
    },
  );
}

describe('a person who changes a record', () => {
  it.each<[string, CaseStanding, Change<CaseStanding>]>([
    ['when one of several sheets comes in', inAssessment, { assessment: { missing: 2 } }],
    ['when the つなぎ is sent that the ladder watches', { ...newCase, screened: true }, { handoff: awaiting.handoff }],
    ['when the first refusal leaves another try', awaiting, { handoff: { declines: 1 } }],
    ['when an accepted case is put on a 支援会議', inSupport, { proposedForSupportMeeting: true }],
    [
      'when the review that was asked for is placed',
      inPlanning,
      { planning: { reviewAsked: true, reviewPlaced: true } },
    ],
    [
      'when the 起案 is drafted that was asked for',
      { ...inPlanning, decision: { asked: true, drafted: false, decided: false } },
      { decision: { drafted: true } },
    ],
    ['when one of two follow-ups is done', { ...inSupport, ended: true }, { followUpsLeft: 1 }],
  ])('sends no nudge %s', (_when, before, change) => {
    expect(sends(aCase, before, change)).toBe(false);
  });

  it('sends no nudge when a sitting is held whose 案件 have no result yet', () => {
    expect(sends(aSitting, newSitting, { held: true })).toBe(false);
  });

  it.each<[string, CaseStanding, Change<CaseStanding>]>([
    [
      'when the last sheet comes in',
      { ...inAssessment, assessment: { ...inAssessment.assessment, missing: 1 } },
      { assessment: { missing: 0 } },
    ],
    ['when the last refusal sends the case to the chair', awaiting, { handoff: { declines: 2 } }],
    ['when the person applies', inPlanning, { planning: { applied: true } }],
    ['when the case ends', inSupport, { ended: true }],
    ['when the last follow-up is done', { ...inSupport, ended: true, followUpsLeft: 1 }, { followUpsLeft: 0 }],
  ])('sends a nudge %s', (_when, before, change) => {
    expect(sends(aCase, before, change)).toBe(true);
  });

  it('sends a nudge when the last 案件 of a held sitting gets its result', () => {
    const held = { ...newSitting, held: true, itemsWithoutDisposition: 1 };
    expect(sends(aSitting, held, { itemsWithoutDisposition: 0 })).toBe(true);
  });
});
