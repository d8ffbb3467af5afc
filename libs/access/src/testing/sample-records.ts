import { dateOfMs } from '#libs/calendar';
import { definitionOf, transact, type Actor, type KeptState, type Post } from '#libs/domain';
import { calendarOf, profileOf, rulesOf } from '#libs/profiles';
import { accessPolicy, type RecordInQuestion } from '../access-policy.ts';

const profile = profileOf('higashiagatsuma', { demo: true });
const nowMs = Date.UTC(2026, 10, 20, 1);
export const today = dateOfMs(nowMs);
export const townRules = rulesOf(profile, today);
/** A municipality whose coordinating body is a contractor. */
export const contractorRules = { ...townRules, coordinatingBody: 'shakyo' };

export const person = (agency: string, ...posts: readonly Post[]): Actor => ({
  kind: 'person',
  membershipId: `${agency}-${posts.join('-')}`,
  agency,
  posts,
});
export const midori = person('hokenfukushi', 'staff', 'coordinator');
export const takashi = person('hokenfukushi', 'manager', 'head');
export const nozomi = person('hokenfukushi', 'deputy');
export const aoi = person('houkatsu', 'staff');
export const shigeru = person('kikan', 'staff');
export const yukari = person('shakyo', 'staff');
export const sakura = person('kodomo', 'staff', 'head');

type AnyCommand = { readonly type: string; readonly [field: string]: unknown };
type Rules = typeof townRules;

/** A case of an invented 8050 household and a sitting, moved by real commands. */
export interface SampleRecords {
  readonly toCase: (actor: Actor, command: AnyCommand) => void;
  readonly toSitting: (actor: Actor, command: AnyCommand) => void;
  readonly theCase: (rules?: Rules) => RecordInQuestion;
  readonly theSitting: (rules?: Rules) => RecordInQuestion;
}

const refs = {
  case: { municipality: 'higashiagatsuma', kind: 'support-case', id: 'case-1' },
  sitting: { municipality: 'higashiagatsuma', kind: 'sitting', id: 'sitting-1' },
} as const;

/** Opened by 地域包括, handed to the office (main) and, beside it, to 基幹相談 (to join). */
export function caseWithTwoHandoffs(): SampleRecords {
  const records = emptyRecords();

  const people = [
    { id: 'mother', role: 'person', relation: 'self', birthYear: 1944, nameText: 'text-1' },
    { id: 'son', role: 'householdMember', relation: 'child', birthYear: 1972, nameText: 'text-2' },
  ];
  records.toCase(aoi, {
    type: 'open-case',
    caseNumber: 'R8-001',
    receivedOn: today,
    point: 'houkatsu',
    version: 'withoutConsent',
    urgent: false,
    concerns: ['care'],
    worstConcern: 'care',
    triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
    persons: people,
    storyText: 'text-3',
    reporterText: null,
    contactRulesText: null,
  });
  records.toCase(aoi, { type: 'screen-case', judgement: 'handOver', reasonText: 'text-4' });
  records.toCase(aoi, {
    type: 'send-handoff',
    handoffId: 'handoff-office',
    to: 'hokenfukushi',
    purpose: 'join',
    main: true,
    messageText: 'text-5',
    personIds: ['mother', 'son'],
    legalBasis: null,
    reasonText: null,
  });
  records.toCase(aoi, {
    type: 'send-handoff',
    handoffId: 'handoff-kikan',
    to: 'kikan',
    purpose: 'join',
    main: false,
    messageText: 'text-6',
    personIds: ['mother', 'son'],
    legalBasis: 'personalInformationAct69-2',
    reasonText: 'text-7',
  });
  return records;
}

/**
 * … and put, about the son, on a 支援会議 that is called: 地域包括 and 社協 sit on its item, 保健 is invited without one. 社協 has acknowledged
 * 守秘義務, and prepares.
 */
export function callSupportMeeting({ toCase, toSitting }: SampleRecords): void {
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
  toSitting({ kind: 'workflow' }, { type: 'send-invitations' });
  toSitting(yukari, { type: 'acknowledge-secrecy', agency: 'shakyo' });
}

export const unborn = (rules: Rules = townRules): RecordInQuestion => ({ ref: refs.case, state: undefined, rules });

/** 'allowed', or the code of the refusal. */
export function may(actor: Actor, command: string | AnyCommand, record: RecordInQuestion): string {
  const decision = accessPolicy.allows(actor, typeof command === 'string' ? { type: command } : command, record);
  return decision.allowed ? 'allowed' : decision.code;
}

function emptyRecords(): SampleRecords {
  const states = new Map<string, KeptState>();
  const give = (actor: Actor, ref: (typeof refs)[keyof typeof refs], command: AnyCommand): void => {
    const ctx = { nowMs, today, calendar: calendarOf(profile, today), rules: townRules, actor };
    const verdict = transact({ ref, command }, states, ctx, definitionOf);
    if (verdict.kind !== 'changes') throw new Error(JSON.stringify(verdict));
    for (const change of verdict.changes) states.set(change.ref.id, change.after);
  };
  const record =
    (ref: (typeof refs)[keyof typeof refs]) =>
    (rules: Rules = townRules): RecordInQuestion => ({ ref, state: states.get(ref.id), rules, today });
  return {
    toCase: (actor, command) => {
      give(actor, refs.case, command);
    },
    toSitting: (actor, command) => {
      give(actor, refs.sitting, command);
    },
    theCase: record(refs.case),
    theSitting: record(refs.sitting),
  };
}
