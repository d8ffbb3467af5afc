import type { RecordRef } from '#libs/contracts';
import {
  consentHolds,
  trackIsLive,
  type AgendaItem,
  type CaseState,
  type DispositionResult,
  type Obligation,
  type ObligationKind,
  type SittingState,
} from '#libs/domain';
import type { Desk, Said } from './town-people.ts';

type Work = (desk: Desk, state: SittingState, obligation: Obligation) => Said | undefined;

/** What is done about each thing a sitting may owe. */
const work: Partial<Readonly<Record<ObligationKind, Work>>> = {
  call: (desk, state) => (state.heldOn <= desk.world.today ? moved(desk) : called(desk, state)),
  reply: (desk, _state, { about }) => answer(desk, about),
  'phone-task': (desk, _state, { about }) => answer(desk, about),
  'secrecy-acknowledgement': (_desk, state, { about }) => {
    const invitation = state.invitations.find(({ id }) => id === about);
    return invitation && { type: 'acknowledge-secrecy', agency: invitation.agency, heard: null };
  },
  'hold-sitting': (desk, state) =>
    state.heldOn <= desk.world.today
      ? {
          type: 'hold-sitting',
          present: presentAt(desk, state),
          acknowledgement: 'readAloud',
          chair: 'manager',
        }
      : undefined,
  disposition: (desk, state) => {
    const item = state.items.find(({ disposition }) => disposition === null);
    return item && give(desk, item);
  },
};

/** What the holder does about an obligation of a sitting, or nothing. */
export function answerSittingObligation(desk: Desk, ref: RecordRef, obligation: Obligation): Said | undefined {
  return work[obligation.kind]?.(desk, desk.world.stateOf(ref) as SittingState, obligation);
}

/** A date that passed before anybody was invited is set anew. */
const moved = (desk: Desk): Said => ({
  type: 'move-sitting',
  heldOn: desk.world.calendar.addOpenDays(desk.world.today, 8),
  startsAt: '13:30',
  endsAt: '14:30',
  placeText: desk.newId(),
});

const called = (desk: Desk, state: SittingState): Said => ({
  type: 'call-sitting',
  urgentReasonText: desk.newId(),
  invitees: [
    ...new Set([
      ...state.items.flatMap(({ agencies }) => agencies),
      ...desk.world.rules.agencies.slice(0, 5).map(({ code }) => code),
    ]),
  ].map((agency) => ({ invitationId: desk.newId(), agency })),
});

/** The office, and whoever said that it comes. */
const presentAt = ({ world }: Desk, { invitations }: SittingState): readonly string[] => [
  ...new Set([
    world.rules.coordinatingBody,
    ...invitations.filter(({ reply }) => reply === 'attend' || reply === 'online').map(({ agency }) => agency),
  ]),
];

const answer = (desk: Desk, invitationId: string | undefined): Said => ({
  type: 'answer-invitation',
  invitationId,
  proxyText: null,
  heard: 'phone',
  reply: desk.random.pick(['attend', 'attend', 'attend', 'online', 'written', 'absent']),
});

function give(desk: Desk, item: AgendaItem): Said {
  const { world, random } = desk;
  const kase = world.stateOf({ id: item.caseId }) as CaseState;
  const result = resultFor(desk, item, kase);
  return {
    type: 'give-disposition',
    itemId: item.id,
    result,
    taskId: desk.newId(),
    ownerAgency: random.chance(0.5) ? kase.leadAgency : world.rules.coordinatingBody,
    dueOn: world.calendar.addOpenDays(world.today, 14 + Math.floor(random.next() * 14)),
    nextStepText: desk.newId(),
    endReason: result === 'ended' ? 'rolesAgreed' : null,
    leadAgencyAfter: result === 'ended' ? kase.leadAgency : null,
    standings: result === 'ended' ? kase.persons.map(standingOf(desk)) : null,
  };
}

/** Who has a consent is supported further; how it stands for the others was heard of. */
const standingOf =
  ({ newId }: Desk) =>
  ({ id, consent }: CaseState['persons'][number]): object => ({
    personId: id,
    standing: consent.status === 'given' ? 'supported' : 'notConcerned',
    standingText: consent.status === 'given' ? newId() : null,
  });

function resultFor({ world, random }: Desk, item: AgendaItem, kase: CaseState): DispositionResult {
  if (!mayBeDecided(item, kase, world.today)) return 'adjourned';
  if (item.kind === 'supportMeeting')
    return kase.track.state === 'outreach'
      ? random.pick(['continued', 'continued', 'shared', 'seekConsent'])
      : random.pick(['shared', 'outreach', 'seekConsent', 'continued']);
  if (item.purpose === 'adequacyReview')
    return random.pick([
      'adequate',
      'adequate',
      'adequate',
      'adequate',
      'adequate',
      'conditional',
      'conditional',
      'redo',
    ]);
  return trackIsLive(kase)
    ? random.pick(['continued', 'replan'])
    : random.pick(['ended', 'ended', 'ended', 'ended', 'continued', 'replan', 'interrupted']);
}

/** A 重層的支援会議 decides only while everybody named on the item consents and the case still waits for it. */
const mayBeDecided = ({ kind, frozen, purpose, personIds }: AgendaItem, kase: CaseState, today: string): boolean =>
  kind === 'supportMeeting' ||
  (!frozen &&
    kase.stage === (purpose === 'adequacyReview' ? 'adequacyReview' : 'evaluation') &&
    kase.persons.every((person) => !personIds.includes(person.id) || consentHolds(person, today)));
