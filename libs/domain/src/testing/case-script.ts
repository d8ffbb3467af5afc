import { addMonths } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import { consentItemClasses, consentPurposes, type ItemPurpose } from '../case/codes.ts';
import type { AnyCaseCommand } from '../case/case-registry.ts';
import type { AnySittingCommand } from '../sitting/sitting-registry.ts';
import type { DomainDesk } from './domain-desk.ts';

type Of<T extends (AnyCaseCommand | AnySittingCommand)['type']> = Extract<
  AnyCaseCommand | AnySittingCommand,
  { type: T }
>;

export const mother = 'resident-mother';
export const son = 'resident-son';

export const openCase = (desk: DomainDesk, changes: Partial<Of<'open-case'>> = {}): Of<'open-case'> => ({
  type: 'open-case',
  caseNumber: 'R8-001',
  receivedOn: desk.today,
  point: 'houkatsu',
  version: 'withoutConsent',
  urgent: false,
  concerns: ['care', 'withdrawal'],
  worstConcern: 'withdrawal',
  triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'refusedByPerson' }],
  persons: [
    { id: mother, role: 'person', relation: 'self', birthYear: 1944, nameText: desk.id('text') },
    { id: son, role: 'householdMember', relation: 'child', birthYear: 1973, nameText: desk.id('text') },
  ],
  storyText: desk.id('text'),
  reporterText: null,
  contactRulesText: null,
  ...changes,
});

export const screen = (desk: DomainDesk, judgement: 'handOver' | 'keep' = 'handOver'): Of<'screen-case'> => ({
  type: 'screen-case',
  judgement,
  reasonText: desk.id('text'),
});

export const sendHandoff = (desk: DomainDesk, changes: Partial<Of<'send-handoff'>> = {}): Of<'send-handoff'> => ({
  type: 'send-handoff',
  handoffId: desk.id('handoff'),
  to: 'office',
  purpose: 'join',
  main: true,
  messageText: desk.id('text'),
  personIds: [mother, son],
  legalBasis: 'personalInformationAct69-2',
  reasonText: desk.id('text'),
  ...changes,
});

export const requestMeeting = (
  desk: DomainDesk,
  changes: Partial<Of<'request-meeting'>> = {},
): Of<'request-meeting'> => ({
  type: 'request-meeting',
  requestId: desk.id('request'),
  body: 'supportMeeting',
  purpose: 'direction',
  personIds: [mother],
  reasonText: desk.id('text'),
  ...changes,
});

export const consents = (
  desk: DomainDesk,
  personId: string = mother,
  changes: Partial<Of<'record-consent'>> = {},
): Of<'record-consent'> => ({
  type: 'record-consent',
  personId,
  status: 'given',
  on: desk.today,
  method: 'signature',
  agencies: ['houkatsu', 'kikan', 'shakyo'],
  purposes: consentPurposes,
  itemClasses: consentItemClasses,
  representative: null,
  reviewOn: null,
  ...changes,
});

export const withdraws = (
  desk: DomainDesk,
  personId: string = mother,
  changes: Partial<Of<'withdraw-consent'>> = {},
): Of<'withdraw-consent'> => ({
  type: 'withdraw-consent',
  personId,
  withdrawalId: desk.id('withdrawal'),
  on: desk.today,
  agencies: 'all',
  method: 'oral',
  representative: null,
  reasonText: null,
  ...changes,
});

export const draftPlan = (desk: DomainDesk, changes: Partial<Of<'draft-plan'>> = {}): Of<'draft-plan'> => ({
  type: 'draft-plan',
  planId: desk.id('plan'),
  startsOn: desk.today,
  endsOn: addMonths(desk.today, 6),
  directionText: desk.id('text'),
  goals: [{ id: desk.id('goal'), text: desk.id('text') }],
  roles: [
    { agency: 'houkatsu', text: desk.id('text') },
    { agency: 'kikan', text: desk.id('text') },
  ],
  ...changes,
});

export const explainPlan = (desk: DomainDesk, changes: Partial<Of<'explain-plan'>> = {}): Of<'explain-plan'> => ({
  type: 'explain-plan',
  explainedOn: desk.today,
  appliedOn: desk.today,
  appliedBy: 'signature',
  ...changes,
});

export const draftApproval = (desk: DomainDesk): Of<'draft-approval'> => ({
  type: 'draft-approval',
  draftedOn: desk.today,
  documentNumber: desk.id('document'),
});

export const evaluate = (
  desk: DomainDesk,
  goals: readonly string[],
  changes: Partial<Of<'record-evaluation'>> = {},
): Of<'record-evaluation'> => ({
  type: 'record-evaluation',
  recordedOn: desk.today,
  goalOutcomes: Object.fromEntries(goals.map((id) => [id, 'achieved' as const])),
  changes: ['isolationEased'],
  personsViewText: desk.id('text'),
  staffOpinionText: desk.id('text'),
  remainingText: null,
  ...changes,
});

/** Opens a sitting of a body with this case on it. */
export const openSitting = (
  desk: DomainDesk,
  ref: RecordRef,
  place: {
    readonly body?: string;
    readonly purpose?: ItemPurpose;
    readonly personIds?: readonly string[];
    readonly agencies?: readonly string[];
    readonly heldOn?: string;
  } = {},
): Of<'open-sitting'> & { readonly item: NonNullable<Of<'open-sitting'>['item']> } => ({
  type: 'open-sitting',
  body: place.body ?? 'supportMeeting',
  ordinal: 1,
  heldOn: place.heldOn ?? desk.ahead(10),
  startsAt: '10:00',
  endsAt: '11:00',
  placeText: desk.id('text'),
  item: {
    itemId: desk.id('item'),
    caseId: ref.id,
    purpose: place.purpose ?? (place.body === 'planMeeting' ? 'adequacyReview' : 'judgement'),
    personIds: place.personIds ?? [mother],
    agencies: place.agencies ?? ['houkatsu', 'kikan'],
  },
});

export const callSitting = (
  desk: DomainDesk,
  agencies: readonly string[] = ['houkatsu', 'shakyo'],
  changes: Partial<Of<'call-sitting'>> = {},
): Of<'call-sitting'> => ({
  type: 'call-sitting',
  invitees: agencies.map((agency) => ({ invitationId: desk.id('invitation'), agency })),
  urgentReasonText: null,
  ...changes,
});

export const holdSitting = (changes: Partial<Of<'hold-sitting'>> = {}): Of<'hold-sitting'> => ({
  type: 'hold-sitting',
  present: ['office'],
  acknowledgement: 'readAloud',
  chair: 'manager',
  ...changes,
});

/** How it stands at the end for everybody of the household. */
export const standings = (
  desk: DomainDesk,
  personIds: readonly string[] = [mother, son],
): NonNullable<Of<'give-disposition'>['standings']> =>
  personIds.map((personId) => ({ personId, standing: 'supported', standingText: desk.id('text') }));

export const dispose = (
  desk: DomainDesk,
  itemId: string,
  result: Of<'give-disposition'>['result'],
  changes: Partial<Of<'give-disposition'>> = {},
): Of<'give-disposition'> => ({
  type: 'give-disposition',
  itemId,
  result,
  taskId: desk.id('task'),
  ownerAgency: 'kikan',
  dueOn: desk.ahead(10),
  nextStepText: desk.id('text'),
  endReason: null,
  leadAgencyAfter: null,
  ...(result === 'ended' ? { standings: standings(desk) } : {}),
  ...changes,
});
