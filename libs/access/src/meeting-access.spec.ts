import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/domain';
import { mayRead } from './access-policy.ts';
import {
  aoi,
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

const { theCase, theSitting, toCase, toSitting } = caseWithTwoHandoffs();

describe('on a 支援会議', () => {
  beforeAll(() => {
    toCase(midori, { type: 'accept-handoff', handoffId: 'handoff-office', answerText: null });
    const item = {
      itemId: 'item-1',
      caseId: 'case-1',
      caseNumber: 'R8-001',
      purpose: 'direction',
      personIds: ['son'],
      agencies: ['houkatsu', 'shakyo'],
    };
    toSitting(midori, {
      type: 'open-sitting',
      body: 'supportMeeting',
      ordinal: 1,
      heldOn: '2026-12-01',
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: 'text-7',
      item,
    });
    const invitees = [
      { invitationId: 'invitation-shakyo', agency: 'shakyo' },
      { invitationId: 'invitation-hoken', agency: 'hoken' },
    ];
    toSitting(midori, { type: 'call-sitting', invitees, urgentReasonText: null });
  });

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
    expect(may(yukari, 'record-contact', theCase())).toBe('allowed');
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
    ]).toEqual([false, true]);
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
  beforeAll(() => {
    toCase(aoi, {
      type: 'record-consent',
      personId: 'mother',
      status: 'given',
      on: today,
      method: 'signature',
      agencies: ['houkatsu', 'shakyo'],
      purposes: ['supportCoordination'],
      itemClasses: ['health'],
      representative: null,
      reviewOn: null,
    });
  });

  it('[R2] an agency in the scope of one person reads of that person', () => {
    const reads = (actor: Actor, personId: string): boolean =>
      mayRead(actor, 'case.read-texts', theCase(), { personId });
    expect([reads(yukari, 'mother'), reads(shigeru, 'mother')]).toEqual([true, false]);
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
