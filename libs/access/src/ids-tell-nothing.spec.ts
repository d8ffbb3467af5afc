import { describe, expect, it } from '@jest/globals';
import { recordKinds } from '#libs/contracts';
import { definitionOf, type CaseState, type Fields } from '#libs/domain';
import * as say from '../../domain/src/testing/case-script.ts';
import { makeCase, place, type MadeCase } from '../../domain/src/testing/make-case.ts';
import { coordinator, person } from '../../domain/src/testing/town-people.ts';
import { accessPolicy } from './access-policy.ts';
import { decisionTable, isAction } from './decide.ts';

// A command names a part of a record by its id: whoever may not know of that part is answered as for one that was never there.

/** Fields that name a part of the record itself; persons are asked about in commands-name-persons.spec.ts. */
const partFields = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'ref' && !/^person/u.test(name) ? [name] : []));

const naming = recordKinds.flatMap((kind) =>
  Object.values(definitionOf(kind).commands)
    .filter(({ likely }) => likely !== null)
    .filter(({ type }) => isAction(type) && decisionTable[type].length > 0)
    .flatMap(({ type, fields }) => partFields(fields).map((field) => `${type} ${field}`)),
);

/** Given by the office alone, which has every list. */
const byTheOffice = [
  'decline-meeting-request requestId',
  'add-item caseId',
  'remove-item itemId',
  'take-off-item itemId',
  'give-disposition itemId',
  'release-disposition itemId',
];
/** Names nothing of the record: somebody who works there. */
const ofNoPart = ['set-person-in-charge membershipId'];
/** Asked below, and of a sitting in sitting-and-track-access.spec.ts. */
const judged = [
  'accept-handoff handoffId',
  'decline-handoff handoffId',
  'advise-on-handoff handoffId',
  'withdraw-handoff handoffId',
  'finish-task taskId',
  'confirm-withdrawal withdrawalId',
  'withdraw-meeting-request requestId',
  'answer-invitation invitationId',
];

/** 診療所 and 社協 sit on a 支援会議, 基幹相談 leads and came by nothing else; 社協 has a つなぎ of its own to answer. */
function household(change: (state: CaseState) => Partial<CaseState> = () => ({})): MadeCase & {
  readonly answer: (type: string, named: object, agency: string) => string;
} {
  const made = makeCase({ stage: 'assessment' });
  const { desk, ref } = made;
  place(made, { personIds: [say.son], agencies: ['clinic'] });
  for (const to of ['kikan', 'shakyo'])
    desk.done(ref, say.sendHandoff(desk, { handoffId: `handoff-${to}`, to, main: false, personIds: [say.son] }));
  const state = desk.state(ref) as CaseState;
  const shown = { ...state, ...change(state) };
  return {
    ...made,
    answer: (type, named, agency) => {
      const asker = agency === 'office' ? coordinator : person(agency, 'staff');
      const command = { type, agency, body: 'supportMeeting', ...named } as { readonly type: string };
      const decision = accessPolicy.allows(asker, command, { ref, state: shown, rules: desk.rules, today: desk.today });
      if (!decision.allowed) return decision.code;
      return definitionOf('support-case').refusal(shown, command, desk.context(asker))?.code ?? 'done';
    },
  };
}

describe('a command that names a part by its id', () => {
  it('is one of these', () => {
    expect(naming.toSorted()).toEqual([...judged, ...byTheOffice, ...ofNoPart].toSorted());
  });

  it.each(byTheOffice)('%s is given by nobody but the office', (line) => {
    const [type = ''] = line.split(' ');
    const relations = isAction(type) ? decisionTable[type].flatMap((one) => one.relations) : [];
    expect(relations.filter((one) => one !== 'competentSection' && one !== 'coordinatingBody')).toEqual([]);
  });

  it.each(['accept-handoff', 'decline-handoff', 'advise-on-handoff', 'withdraw-handoff'])(
    '[R12][R65] %s of another agency’s つなぎ is answered as of one that was never sent',
    (type) => {
      const { answer } = household();
      expect(answer(type, { handoffId: 'handoff-kikan' }, 'shakyo')).toBe('access.relation');
      expect(answer(type, { handoffId: 'handoff-nowhere' }, 'shakyo')).toBe('access.relation');
      expect(answer(type, { handoffId: 'handoff-nowhere' }, 'office')).toBe(
        type === 'withdraw-handoff' ? 'handoff.missing' : 'access.relation',
      );
    },
  );

  it('[R12] the receiver answers its own all the same', () => {
    expect(household().answer('accept-handoff', { handoffId: 'handoff-shakyo' }, 'shakyo')).toBe('done');
  });

  it('[R24][R65] a 決定事項 of a 支援会議 is answered as one that was never given: to another agency, and to the lead that was not there', () => {
    const task = { id: 'task-1', agency: 'clinic', dueOn: '2026-07-01', text: 'text-1', state: 'open' } as const;
    const { answer } = household((state) => ({
      leadAgency: 'kikan',
      participants: [
        ...state.participants,
        { agency: 'clinic', since: state.openedOn, basis: 'meeting', releasedOn: null },
      ],
      tasks: [{ ...task, itemId: state.placements[0]?.itemId ?? '' }],
    }));
    const finish = (taskId: string, agency: string): string =>
      answer('finish-task', { taskId, outcome: 'done', text: null }, agency);
    for (const agency of ['kikan', 'shakyo'])
      expect([agency, finish('task-1', agency), finish('task-nowhere', agency)]).toEqual([
        agency,
        'access.relation',
        'access.relation',
      ]);
    expect(finish('task-1', 'clinic')).toBe('done');
    expect([finish('task-1', 'office'), finish('task-nowhere', 'office')]).toEqual(['done', 'task.missing']);
  });

  it('[R7][R65] a withdrawal of whom one knows the name alone is answered as one that was never made', () => {
    const { answer } = household(() => ({
      leadAgency: 'kikan',
      withdrawals: [{ id: 'withdrawal-1', personId: say.son, agencies: ['clinic'], told: true, confirmed: [] }],
    }));
    const confirm = (withdrawalId: string, agency: string): string =>
      answer('confirm-withdrawal', { withdrawalId, heard: null }, agency);
    expect([confirm('withdrawal-1', 'kikan'), confirm('withdrawal-nowhere', 'kikan')]).toEqual([
      'access.person',
      'access.person',
    ]);
  });

  it('[R65] another agency’s 案件化の依頼 is answered as one that was never made', () => {
    const { desk, ref, answer } = household((state) => ({
      meetingRequests: [
        {
          ...{ id: 'request-1', by: 'houkatsu', body: 'supportMeeting', kind: 'supportMeeting', purpose: 'judgement' },
          ...{ personIds: [say.son], askedOn: state.openedOn, state: 'open', answeredOn: null, itemId: null },
          ...{ reasonText: 'text-1', answerText: null, reopened: 0 },
        },
      ],
      leadAgency: 'kikan',
    }));
    expect(desk.case(ref).meetingRequests).toEqual([]);
    const back = (requestId: string, agency: string): string =>
      answer('withdraw-meeting-request', { requestId }, agency);
    expect([back('request-1', 'kikan'), back('request-nowhere', 'kikan')]).toEqual([
      'access.relation',
      'access.relation',
    ]);
    expect(back('request-1', 'houkatsu')).toBe('done');
  });
});

describe('案件化の依頼 for a 重層的支援会議', () => {
  it('[R3][R65] is not for who may not read how the consent of everybody on it stands: no answer tells it', () => {
    const ask = (consented: string, personIds: readonly string[], agency: string, body = 'planMeeting'): string => {
      const { answer } = household((state) => ({
        leadAgency: 'kikan',
        persons: state.persons.map((one) => ({
          ...one,
          consent: { ...(state.persons[0]?.consent ?? one.consent), agencies: [consented] },
        })),
      }));
      return answer(
        'request-meeting',
        { body, purpose: 'informationSharing', personIds, reasonText: 'text-1' },
        agency,
      );
    };
    expect(ask('houkatsu', [say.son], 'kikan')).toBe('access.basis');
    expect(ask('kikan', [say.son], 'kikan')).toBe('done');
    // What may be held without consent is asked for all the same.
    expect(ask('houkatsu', [say.son], 'kikan', 'supportMeeting')).toBe('done');
  });
});
