import type { RecordRef } from '#libs/contracts';
import {
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
  'hold-sitting': (desk, state) =>
    state.heldOn <= desk.world.today
      ? {
          type: 'hold-sitting',
          present: [desk.world.rules.coordinatingBody],
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

const answer = (desk: Desk, invitationId: string | undefined): Said => ({
  type: 'answer-invitation',
  invitationId,
  proxyText: null,
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
    dueOn: world.calendar.addOpenDays(world.today, 10),
    nextStepText: desk.newId(),
    endReason: result === 'ended' ? 'rolesAgreed' : null,
    leadAgencyAfter: result === 'ended' ? kase.leadAgency : null,
  };
}

function resultFor({ random }: Desk, item: AgendaItem, kase: CaseState): DispositionResult {
  if (item.kind === 'supportMeeting')
    return kase.track.state === 'outreach'
      ? random.pick(['continued', 'shared', 'seekConsent'])
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
    : random.pick(['ended', 'ended', 'continued', 'replan', 'interrupted']);
}
