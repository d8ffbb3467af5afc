import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '#libs/domain';
import { accessPolicy, decideWithoutRecord, listScopeOf, mayRead } from './access-policy.ts';
import type { ReadAction } from './question.ts';
import {
  aoi,
  caseWithTwoHandoffs,
  may,
  midori,
  nozomi,
  person,
  sakura,
  shigeru,
  takashi,
  townRules,
  unborn,
  yukari,
} from './testing/sample-records.ts';

const { theCase } = caseWithTwoHandoffs();

describe('while two つなぎ are out', () => {
  it('[R12] each is answered by its own receiver and by nobody else', () => {
    const answers = ['accept-handoff', 'decline-handoff', 'advise-on-handoff'];
    for (const type of answers) {
      expect(may(shigeru, { type, handoffId: 'handoff-kikan' }, theCase())).toBe('allowed');
      expect(may(shigeru, { type, handoffId: 'handoff-office' }, theCase())).toBe('access.relation');
      expect(may(midori, { type, handoffId: 'handoff-office' }, theCase())).toBe('allowed');
      expect(may(midori, { type, handoffId: 'handoff-kikan' }, theCase())).toBe('access.relation');
      expect(may(aoi, { type, handoffId: 'handoff-kikan' }, theCase())).toBe('access.relation');
      expect(may(takashi, { type, handoffId: 'handoff-kikan' }, theCase())).toBe('access.relation');
    }
  });

  it('a second answer of the same receiver is for the domain to refuse: it is stale, not none of its business', () => {
    const now = theCase();
    const state = now.state as CaseState;
    const handoffs = state.handoffs.map((one) => ({ ...one, state: 'declined' as const }));
    const answered = { ...now, state: { ...state, handoffs } };
    expect(may(shigeru, { type: 'accept-handoff', handoffId: 'handoff-kikan' }, answered)).toBe('allowed');
    expect(mayRead(shigeru, 'case.read', answered)).toBe(false);
  });

  it('the sender and the coordinator may take one back, the receiver not', () => {
    const back = { type: 'withdraw-handoff', handoffId: 'handoff-kikan' };
    expect([aoi, midori, shigeru].map((actor) => may(actor, back, theCase()))).toEqual([
      'allowed',
      'allowed',
      'access.relation',
    ]);
  });

  it('[R65] the receiver sees the case and its letter, but neither what is written about people nor the letter to another', () => {
    const reads = (action: ReadAction, handoffId?: string): boolean =>
      mayRead(shigeru, action, theCase(), handoffId === undefined ? {} : { handoffId });
    expect([
      reads('case.read'),
      reads('handoff.read-texts', 'handoff-kikan'),
      reads('handoff.read-texts', 'handoff-office'),
      reads('case.read-texts'),
    ]).toEqual([true, true, false, false]);
  });

  it('[R65] an agency that takes no part sees nothing', () => {
    for (const stranger of [yukari, sakura]) {
      expect(mayRead(stranger, 'case.read', theCase())).toBe(false);
      expect(may(stranger, 'record-contact', theCase())).toBe('access.relation');
    }
  });

  it('[R65] the manager sees where the case stands and not what is written in it; the coordinator sees both', () => {
    expect(
      [takashi, nozomi, midori].map((actor) => [
        mayRead(actor, 'case.read', theCase()),
        mayRead(actor, 'case.read-texts', theCase()),
      ]),
    ).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  it('the agency that wrote it down goes on reading it, and moves it', () => {
    expect(mayRead(aoi, 'case.read-texts', theCase())).toBe(true);
    expect(may(aoi, 'mark-urgent', theCase())).toBe('allowed');
    expect(may(aoi, 'confirm-candidate', theCase())).toBe('access.role');
  });
});

describe('without a record', () => {
  it('anyone of an agency opens a case; only the coordinating body records advice', () => {
    expect([aoi, midori, nozomi].map((actor) => may(actor, 'open-case', unborn()))).toEqual([
      'allowed',
      'allowed',
      'access.role',
    ]);
    expect([aoi, midori].map((actor) => may(actor, 'record-advice-only', unborn()))).toEqual([
      'access.role',
      'allowed',
    ]);
  });

  it('lists hold all records for the office and the own ones for an agency', () => {
    expect([midori, takashi, nozomi].map((actor) => listScopeOf(actor, 'support-case', townRules).kind)).toEqual([
      'municipality',
      'municipality',
      'municipality',
    ]);
    expect(listScopeOf(aoi, 'support-case', townRules)).toEqual({ kind: 'agency', agency: 'houkatsu' });
    expect(listScopeOf(person('hokenfukushi', 'staff'), 'sitting', townRules)).toEqual({
      kind: 'agency',
      agency: 'hokenfukushi',
    });
    expect(listScopeOf({ kind: 'anonymous' }, 'sitting', townRules)).toEqual({ kind: 'nothing' });
  });

  it('the board is for the coordinator and the managers', () => {
    expect(
      [midori, takashi, nozomi, aoi].map((actor) => decideWithoutRecord(actor, 'board.read', townRules).allowed),
    ).toEqual([true, true, true, false]);
  });

  it('before signing in there is only signing in', () => {
    const asks = (action: ReadAction): boolean => decideWithoutRecord({ kind: 'anonymous' }, action, undefined).allowed;
    expect([asks('session.begin'), asks('health.read'), asks('case.list'), asks('session.read')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('machines', () => {
  it('workflows give their own commands, the clock enforces, and no person does either', () => {
    expect([may({ kind: 'workflow' }, 'ask-for-sheets', theCase()), may(midori, 'ask-for-sheets', theCase())]).toEqual([
      'allowed',
      'access.system-only',
    ]);
    expect([
      may({ kind: 'clock' }, 'enforce', theCase()),
      may({ kind: 'workflow' }, 'enforce', theCase()),
      may(takashi, 'enforce', theCase()),
    ]).toEqual(['allowed', 'access.system-only', 'access.system-only']);
    expect(may(midori, { type: 'place-on-sitting', itemId: 'item-2' }, theCase())).toBe('access.linked-only');
  });

  it('a command that is in no table is a broken promise', () => {
    expect(() => accessPolicy.allows(midori, { type: 'delete-case' }, theCase())).toThrow(
      'no access row for delete-case',
    );
  });
});
