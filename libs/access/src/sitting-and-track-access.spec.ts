import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, CaseState, SittingState } from '#libs/domain';
import { mayRead } from './access-policy.ts';
import {
  aoi,
  callSupportMeeting,
  caseWithTwoHandoffs,
  may,
  midori,
  nozomi,
  person,
  shigeru,
  takashi,
  today,
  yukari,
} from './testing/sample-records.ts';

const records = caseWithTwoHandoffs();
const { theCase, theSitting } = records;

describe('on a 支援会議', () => {
  beforeAll(() => {
    callSupportMeeting(records);
  });

  it('[R65] a manager has lists without content; content by having presided, or for the day on which a reason was written down', () => {
    const { state, ...asked } = theSitting();
    const sitting = state as SittingState;
    const reads = (actor: Actor, change: Partial<SittingState>, on = today): readonly boolean[] =>
      (['sitting.oversee', 'sitting.read-texts', 'item.read-texts'] as const).map((action) =>
        mayRead(actor, action, { ...asked, state: { ...sitting, ...change }, today: on }, { itemId: 'item-1' }),
      );
    const attendance = { present: ['hokenfukushi'], acknowledgement: 'readAloud', textVersion: '1' } as const;
    const lists = [true, false, false];
    const all = [true, true, true];
    const presided = (chair: 'manager' | 'deputy'): Partial<SittingState> => ({ attendance: { ...attendance, chair } });
    expect([takashi, nozomi].map((actor) => reads(actor, {}))).toEqual([lists, lists]);
    expect([takashi, nozomi].map((actor) => reads(actor, presided('manager')))).toEqual([all, lists]);
    expect([takashi, nozomi].map((actor) => reads(actor, presided('deputy')))).toEqual([lists, all]);
    const readers = [{ membershipId: 'hokenfukushi-deputy', on: today }];
    expect([takashi, nozomi].map((actor) => reads(actor, { readers }))).toEqual([lists, all]);
    expect(reads(nozomi, { readers }, '2026-11-21')).toEqual(lists);
    expect(reads(person('shakyo', 'deputy'), { readers: [{ membershipId: 'shakyo-deputy', on: today }] })).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('[R65] 支援会議での検討 is known, and moved, by its item or the own record; not by a つなぎ, nor by an item of a 重層的支援会議', () => {
    const { state, ...asked } = theCase();
    const kase = state as CaseState;
    const joined = { agency: 'kikan', since: today, basis: 'handoff', releasedOn: null } as const;
    const onPlan = { agency: 'hoken', since: today, basis: 'meeting', releasedOn: null } as const;
    const record = {
      ...asked,
      state: {
        ...kase,
        participants: [...kase.participants, joined, onPlan],
        placements: kase.placements.flatMap((one) => [
          { ...one, seats: one.agencies.map((agency) => ({ agency, standing: 'present' as const })) },
          {
            ...one,
            seats: [{ agency: 'hoken', standing: 'present' as const }],
            itemId: 'item-plan',
            kind: 'planMeeting' as const,
            agencies: ['hoken'],
          },
        ]),
      },
    };
    const everybody = [yukari, aoi, midori, shigeru, person('hoken', 'staff')];
    const onItem = { personIds: kase.placements.flatMap(({ personIds }) => personIds) };
    for (const [action, about] of [['track.read'], ['track.read-texts', onItem]] as const)
      expect(everybody.map((who) => mayRead(who, action, record, about))).toEqual([true, true, true, false, false]);
    // What is written about everybody of the household takes a ground for each of them; the item named one.
    expect(everybody.map((who) => mayRead(who, 'track.read-texts', record))).toEqual([false, true, true, false, false]);
    for (const type of ['record-pre-contact', 'record-contact'])
      expect([yukari, aoi, midori, shigeru, person('hoken', 'staff')].map((who) => may(who, type, record))).toEqual([
        'allowed',
        'allowed',
        'allowed',
        'access.basis',
        'access.basis',
      ]);
    const leads = { ...record, state: { ...record.state, leadAgency: 'kikan' } };
    expect([mayRead(shigeru, 'track.read', leads), may(shigeru, 'review-track', leads)]).toEqual([
      false,
      'access.basis',
    ]);
  });

  it('[R24][R65] the agency that was given the アウトリーチ reads, and writes, of whom it is to reach and of nobody else', () => {
    const { state, ...asked } = theCase();
    const kase = state as CaseState;
    const outreach = {
      ...{ agency: 'hoken', personIds: ['son'], preContactOn: null, preContactText: null },
      ...{ dueOn: today, contacts: 0, met: 0 },
    };
    const reaching: CaseState = { ...kase, track: { ...kase.track, state: 'outreach', outreach } };
    const hoken = person('hoken', 'staff');
    const reads = (now: CaseState, ...personIds: readonly string[]): boolean =>
      mayRead(hoken, 'track.read-texts', { ...asked, state: now }, personIds.length > 0 ? { personIds } : {});
    expect([reads(reaching, 'son'), reads(reaching, 'mother'), reads(reaching, 'mother', 'son')]).toEqual([
      true,
      false,
      false,
    ]);
    // Of nobody in particular is about everybody of the household.
    expect(reads(reaching)).toBe(false);
    expect(mayRead(hoken, 'track.read', { ...asked, state: reaching })).toBe(true);
    expect(may(hoken, 'record-contact', { ...asked, state: reaching })).toBe('allowed');
    const ended: CaseState = { ...reaching, track: { ...reaching.track, state: 'ended' } };
    expect([reads(ended, 'son'), mayRead(hoken, 'track.read', { ...asked, state: ended })]).toEqual([false, false]);
  });
});
