import type { IsoDate } from '#libs/calendar';
import { orNull, ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import type { TellingWay } from '../../record/call.ts';
import { refuse, type Context } from '../../record/context.ts';
import { enteredFor, heard, type Entered } from '../../record/entered.ts';
import { toDesk } from '../../record/words.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, Handoff, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { consentedPersons } from '../consent-scope.ts';
import { firstOf } from '../refusals.ts';
import { atStage } from '../stage.ts';
import { isClosedLetter } from './closed-letter.ts';
import { answered, handoffOf, likelyAnswer, unlessAnswered, handoffNow } from './handoff-of.ts';

/** 受理. */
export const acceptHandoff = command('accept-handoff', {
  part: ({ handoffId }) => `handoff/${handoffId}`,
  stands: handoffNow,
  fields: { handoffId: ref(), answerText: orNull(text('handoff-answer', 4_000)), heard },
  likely: likelyAnswer,
  refusal: (state, said, ctx) => {
    const handoff = state.handoffs.find(({ id }) => id === said.handoffId);
    return firstOf(
      unlessAnswered(state, said, ctx),
      // Sent before a no took the letters back with it.
      handoff && isClosedLetter(state, handoff, ctx) && refuse('handoff.not-awaiting', { state: 'withdrawn' }),
    );
  },
  decide: (state, { handoffId, answerText, heard: way }, ctx) => [
    acceptanceOf(state, handoffOf(state, handoffId), answerText, ctx, way),
  ],
});

interface HandoffAccepted extends Fact<'handoff-accepted', 2> {
  readonly handoffId: string;
  readonly on: IsoDate;
  readonly answerText: TextId | null;
  /** Who takes part from now on. */
  readonly agency: AgencyCode;
  /** It carries the support from now on, and `membershipId` is in charge. */
  readonly leads: boolean;
  readonly membershipId: string | null;
  /** `null`: the case stays where it is. */
  readonly stage: 'accepted' | 'assessment' | null;
  readonly assessments: number;
  /** Somebody else than the receiver entered it. */
  readonly entered?: Entered | null;
}

/** What an acceptance leads to: on the main line somebody's consent begins アセスメント at once. */
export function acceptanceOf(
  state: CaseState,
  { id, main, purpose, to }: Pick<Handoff, 'id' | 'main' | 'purpose' | 'to'>,
  answerText: TextId | null,
  ctx: Context,
  way?: TellingWay | null,
): HandoffAccepted {
  const entered = enteredFor(to, way, ctx);
  const isConsented = consentedPersons(state, ctx.today).length > 0;
  return {
    type: 'handoff-accepted',
    v: 2,
    handoffId: id,
    on: ctx.today,
    answerText,
    agency: to,
    leads: purpose === 'takeOver',
    // Who enters it for another agency is not its person in charge.
    membershipId: ctx.actor.kind === 'person' && entered === null ? ctx.actor.membershipId : null,
    stage: main ? (isConsented ? 'assessment' : 'accepted') : null,
    assessments: state.assessments + (main && isConsented ? 1 : 0),
    entered,
  };
}

/** The receiver takes part; what the つなぎ told it on a 根拠規定 it goes on knowing as long as it does. */
function withTold(state: CaseState, agency: AgencyCode, handoffId: string, on: IsoDate): CaseState['participants'] {
  const { legalBasis, personIds, sentAt } = handoffOf(state, handoffId);
  const told = legalBasis === null ? [] : personIds.map((personId) => ({ personId, legalBasis, sentAt }));
  const isThere = (one: CaseState['participants'][number]): boolean => one.agency === agency && one.releasedOn === null;
  const rows = state.participants.some(isThere)
    ? state.participants
    : [...state.participants, { agency, since: on, basis: 'handoff' as const, releasedOn: null }];
  return told.length === 0
    ? rows
    : rows.map((one) => (isThere(one) ? { ...one, told: [...(one.told ?? []), ...told] } : one));
}

export const handoffAccepted = event<HandoffAccepted>('handoff-accepted', 2, {
  fold: (state, { handoffId, on, answerText, agency, leads, membershipId, stage, assessments, entered = null }) => ({
    ...state,
    stage: atStage(state, stage),
    assessments,
    handoffs: answered(state, handoffId, { state: 'accepted', answerText, entered }, on),
    participants: withTold(state, agency, handoffId, on),
    ...(leads ? { leadAgency: agency, personInCharge: { agency, membershipId } } : {}),
  }),
  raises: ({ handoffId }) => ['stage', 'person-in-charge', `handoff/${handoffId}`],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: null,
  ...quiet,
  // Inside one agency the word was given by mouth (R85).
  notifies: ({ handoffId }, after) => {
    const { from, to } = handoffOf(after, handoffId);
    return from === to ? [] : [toDesk(from, 'handoff-accepted')];
  },
});
