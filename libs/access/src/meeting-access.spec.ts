import { describe, expect, it } from '@jest/globals';
import type { Actor, CaseState, ConsentItemClass, SittingState } from '#libs/domain';
import { mayRead } from './access-policy.ts';
import type { ReadAction } from './question.ts';
import {
  aoi,
  callSupportMeeting,
  caseWithTwoHandoffs,
  contractorRules,
  may,
  midori,
  nozomi,
  person,
  sakura,
  shigeru,
  takashi,
  today,
  yukari,
} from './testing/sample-records.ts';

/** A case whose son is on a 支援会議 with 地域包括 and 社協, to which 保健センター is invited as well. */
function onSupportMeeting(): ReturnType<typeof caseWithTwoHandoffs> {
  const made = caseWithTwoHandoffs();
  callSupportMeeting(made);
  return made;
}

/** The same, and the mother consents to 地域包括 and 社協. */
function withConsent(): ReturnType<typeof caseWithTwoHandoffs> {
  const made = onSupportMeeting();
  made.toCase(aoi, {
    type: 'record-consent',
    personId: 'mother',
    status: 'given',
    on: today,
    method: 'signature',
    agencies: ['houkatsu', 'shakyo'],
    purposes: ['supportCoordination', 'monitoring'],
    itemClasses: ['health'],
    representative: null,
    reviewOn: null,
  });
  return made;
}

describe('on a 支援会議', () => {
  const { theCase, theSitting } = onSupportMeeting();

  it('[R23] only the municipality convenes and presides; a contractor prepares', () => {
    const contractor = person('shakyo', 'coordinator');
    const commands = [
      'add-item',
      'call-sitting',
      'add-invitee',
      'move-sitting',
      'cancel-sitting',
      'hold-sitting',
      'give-disposition',
    ];
    expect(commands.map((type) => may(contractor, type, theSitting(contractorRules)))).toEqual([
      'allowed',
      ...commands.slice(1).map(() => 'access.basis'),
    ]);
    for (const actor of [midori, takashi])
      expect(commands.map((type) => may(actor, type, theSitting()))).toEqual(commands.map(() => 'allowed'));
    expect(commands.map((type) => may(nozomi, type, theSitting()))).toEqual([
      'access.role',
      'access.role',
      'access.role',
      'access.role',
      'access.role',
      'allowed',
      'allowed',
    ]);
  });

  it('[R65] who is named on the item reads of the persons named on it, and of no other', () => {
    const reads = (actor: Actor, personId: string): boolean =>
      mayRead(actor, 'case.read-texts', theCase(), { personId });
    expect([reads(yukari, 'son'), reads(yukari, 'mother'), reads(shigeru, 'son'), reads(sakura, 'son')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    // What was done there is for those who were there.
    expect(may(yukari, 'record-contact', theCase())).toBe('access.basis');
    expect(may(yukari, 'record-consent', theCase())).toBe('access.relation');
  });

  it('[R24] an invited agency sees the sitting, and an item only when it is named on it', () => {
    const hiroshi = person('hoken', 'staff', 'head');
    const item = { itemId: 'item-1' };
    expect(
      [yukari, sakura].map((actor) => [
        mayRead(actor, 'sitting.read', theSitting()),
        mayRead(actor, 'item.read-texts', theSitting(), item),
      ]),
    ).toEqual([
      [true, true],
      [false, false],
    ]);
    expect([
      mayRead(hiroshi, 'item.read-texts', theSitting(), item),
      mayRead(takashi, 'item.read-texts', theSitting(), item),
    ]).toEqual([false, false]);
  });

  it('[R24] what came of an item and its 決定事項 is read by who sat on it, by who is to do it, and by the lead agency', () => {
    const reads = (actor: Actor, subject: { itemId: string; writtenBy?: string }): boolean =>
      mayRead(actor, 'case-item.read-texts', theCase(), subject);
    expect([yukari, aoi, midori, shigeru, takashi].map((actor) => reads(actor, { itemId: 'item-1' }))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(reads(yukari, { itemId: 'item-of-others' })).toBe(false);
    expect(reads(yukari, { itemId: 'item-of-others', writtenBy: 'shakyo' })).toBe(true);
  });

  it('an invitation is answered by the invited, by its own link, or by the secretariat', () => {
    const answer = { type: 'answer-invitation', invitationId: 'invitation-shakyo' };
    const link = (invitationId: string, agency: string): Actor => ({ kind: 'invitee', agency, invitationId });
    expect(may(link('invitation-shakyo', 'shakyo'), answer, theSitting())).toBe('allowed');
    expect(may(link('invitation-hoken', 'hoken'), answer, theSitting())).toBe('access.relation');
    expect(may(link('invitation-shakyo', 'hoken'), answer, theSitting())).toBe('access.relation');
    expect([yukari, midori, aoi, sakura].map((actor) => may(actor, answer, theSitting()))).toEqual([
      'allowed',
      'allowed',
      'access.relation',
      'access.relation',
    ]);
    expect(mayRead(link('invitation-shakyo', 'shakyo'), 'reply.read', theSitting())).toBe(true);
    expect(mayRead(link('invitation-shakyo', 'shakyo'), 'sitting.read', theSitting())).toBe(false);
    expect(may(link('invitation-shakyo', 'shakyo'), 'record-contact', theCase())).toBe('access.role');
  });
});

describe('by consent', () => {
  const { theCase, theSitting } = withConsent();

  it('[R2] an agency in the scope of one person reads of that person', () => {
    const reads = (actor: Actor, personId: string): boolean =>
      mayRead(actor, 'case.read-texts', theCase(), { personId });
    expect([reads(yukari, 'mother'), reads(shigeru, 'mother')]).toEqual([true, false]);
  });

  it('[R2] a consent opens only what it names: the classes of items and the purposes', () => {
    const reads = (action: ReadAction, itemClasses: readonly ConsentItemClass[] = []): boolean =>
      mayRead(yukari, action, theCase(), { personId: 'mother', itemClasses });
    expect([reads('case.read-texts', ['health']), reads('support.read-texts')]).toEqual([true, true]);
    expect([reads('case.read-texts', ['attributes']), reads('case.read-texts', ['health', 'incomeDebt'])]).toEqual([
      false,
      false,
    ]);
    expect(reads('plan.read-texts')).toBe(false);
    // What the agency wrote down itself stays its own.
    expect(mayRead(aoi, 'case.read-texts', theCase(), { itemClasses: ['incomeDebt'] })).toBe(true);
  });

  it('[R2] a consent opens nothing before its day, after its review, or when it is not said for which day', () => {
    const reads = (on: string | undefined): boolean => {
      const { today: _today, ...record } = theCase();
      const asked = on === undefined ? record : { ...record, today: on };
      return mayRead(yukari, 'case.read-texts', asked, { personId: 'mother' });
    };
    expect([reads(today), reads('2026-11-19'), reads(undefined)]).toEqual([true, false, false]);
    const state = theCase().state as CaseState;
    const persons = state.persons.map((one) => ({ ...one, consent: { ...one.consent, reviewOn: today } }));
    const reviewed: CaseState = { ...state, persons };
    const ofDay = (on: string): boolean =>
      mayRead(yukari, 'case.read-texts', { ...theCase(), state: reviewed, today: on }, { personId: 'mother' });
    expect([ofDay(today), ofDay('2026-11-21')]).toEqual([true, false]);
  });

  it('what is done under 106条の6 and what an agency wrote for itself is not opened by consent', () => {
    const state = theCase().state as CaseState;
    const record = { ...theCase(), state: { ...state, placements: [] } };
    const reads = (action: ReadAction, subject: { writtenBy: string; personIds?: readonly string[] }): boolean =>
      mayRead(yukari, action, record, subject);
    for (const action of ['track.read-texts', 'sheet.read-texts'] as const)
      expect([reads(action, { writtenBy: 'kikan' }), reads(action, { writtenBy: 'shakyo' })]).toEqual([false, true]);
    expect(reads('support.read-texts', { writtenBy: 'kikan', personIds: ['mother'] })).toBe(true);
    expect(reads('support.read-texts', { writtenBy: 'kikan' })).toBe(false);
    expect([yukari, aoi, midori].map((actor) => mayRead(actor, 'intake.read-reporter', record))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('[R24] who sat with a person on a 支援会議 learnt of that person, also when the item has left the state', () => {
    const state = theCase().state as CaseState;
    const seats = { son: { legalBasis: 'socialWelfareAct106-6', agencies: ['hoken'] } };
    const participant = { agency: 'hoken', since: today, basis: 'meeting', releasedOn: null } as const;
    const sat: CaseState = {
      ...state,
      participants: [...state.participants, participant],
      placements: [],
      past: { ...state.past, seats },
    };
    const reads = (agency: string, personId: string): boolean =>
      mayRead(person(agency, 'staff'), 'case.read-texts', { ...theCase(), state: sat }, { personId });
    expect([reads('hoken', 'son'), reads('hoken', 'mother'), reads('shakyo', 'son')]).toEqual([true, false, false]);
  });

  it('[R7] an item that a withdrawal froze rests on consent no more; one of a 支援会議 never did', () => {
    const { state } = theSitting();
    const items = (state as SittingState).items.map((item) => ({ ...item, frozen: true }));
    const reads = (actor: Actor, kind: 'planMeeting' | 'supportMeeting'): boolean => {
      const frozen = { ...(state as SittingState), items: items.map((item) => ({ ...item, kind })) };
      return mayRead(actor, 'item.read-texts', { ...theSitting(), state: frozen }, { itemId: 'item-1' });
    };
    expect([yukari, takashi, midori].map((actor) => reads(actor, 'planMeeting'))).toEqual([false, false, true]);
    expect(reads(yukari, 'supportMeeting')).toBe(true);
  });

  it('a sheet, a role and a withdrawal are answered for the own agency; the coordinator may for any', () => {
    for (const type of ['submit-sheet', 'acknowledge-role', 'confirm-withdrawal']) {
      expect([yukari, aoi, midori].map((actor) => may(actor, { type, agency: 'shakyo' }, theCase()))).toEqual([
        'allowed',
        'access.relation',
        'allowed',
      ]);
    }
    expect(may(aoi, { type: 'release-agency', agency: 'shakyo' }, theCase())).toBe('allowed');
  });
});

describe('an item of a 支援会議 that has left the state of its case', () => {
  const { theCase } = withConsent();

  it('[R24] is a ground still, for those who sat there and for whom it was about', () => {
    const asked = theCase();
    const { past, participants, ...state } = asked.state as CaseState;
    const seats = { son: { legalBasis: 'socialWelfareAct106-6', agencies: ['houkatsu', 'shakyo'] } };
    const left = {
      ...asked,
      today,
      state: {
        ...state,
        persons: state.persons.map((one) => ({ ...one, consent: { ...one.consent, agencies: [] } })),
        placements: [],
        past: { ...past, seats },
        participants: [
          ...participants,
          ...['shakyo', 'kodomo'].map((agency) => ({
            agency,
            since: today,
            basis: 'meeting' as const,
            releasedOn: null,
          })),
        ],
      },
    };
    const reads = (actor: Actor, personId?: string): boolean =>
      mayRead(actor, 'case.read-texts', left, personId === undefined ? {} : { personId });
    expect([reads(yukari), reads(yukari, 'son'), reads(yukari, 'mother')]).toEqual([false, true, false]);
    expect([reads(sakura), reads(sakura, 'son')]).toEqual([false, false]);
    const ofSon = (action: ReadAction): boolean => mayRead(yukari, action, left, { personIds: ['son'] });
    expect([ofSon('track.read-texts'), ofSon('support.read-texts')]).toEqual([true, false]);
  });
});
