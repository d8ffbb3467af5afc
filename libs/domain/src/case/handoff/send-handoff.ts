import type { IsoDate } from '#libs/calendar';
import { agency, code, made, text, yesNo } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse } from '../../record/context.ts';
import { toDesk } from '../../record/words.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { handoffPurposes } from '../codes.ts';
import { mayShare } from '../consent-scope.ts';
import { firstOf, unlessEnded, unlessIn } from '../refusals.ts';
import { atStage } from '../stage.ts';
import { acceptanceOf } from './accept-handoff.ts';

/** つなぎ (R12): silence is never acceptance; the sender stays responsible until the receiver accepts. */
export const sendHandoff = command('send-handoff', {
  part: 'stage',
  stands: ({ stage }) => ({ stage }),
  fields: {
    handoffId: made(),
    to: agency(),
    purpose: code(handoffPurposes),
    main: yesNo(),
    messageText: text('handoff-message', 10_000),
  },
  likely: (state, { rules }) => ({
    to:
      rules.agencies.find(
        ({ code: other }) =>
          other !== state.leadAgency &&
          !state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === other),
      )?.code ?? '',
    purpose: 'join',
    main: state.stage === 'screening',
  }),
  refusal: (state, said, ctx) =>
    firstOf(
      !knowsAgency(ctx.rules, said.to) && refuse('agency.unknown', { agency: said.to }),
      said.main ? unlessIn(state, ['screening'], said) : unlessEnded(state),
      state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === said.to) &&
        refuse('handoff.already-sent', { agency: said.to }),
      said.to === state.leadAgency && said.to !== ctx.rules.coordinatingBody && refuse('handoff.to-lead'),
    ),
  // Inside one agency there is nobody to wait for: sender and receiver are the same desk (R85).
  decide: (state, { handoffId, to, purpose, main, messageText }, ctx) => {
    const from = agencyOfActor(ctx.actor) ?? state.leadAgency;
    const sent: HandoffSent = {
      type: 'handoff-sent',
      v: 2,
      handoffId,
      main,
      purpose,
      from,
      to,
      on: ctx.today,
      messageText,
      stage: main ? 'handoff' : null,
    };
    return from === to ? [sent, acceptanceOf(state, { id: handoffId, main, purpose, to }, null, ctx)] : [sent];
  },
});

interface HandoffSent extends Fact<'handoff-sent', 2> {
  readonly handoffId: string;
  readonly main: boolean;
  readonly purpose: 'takeOver' | 'join';
  readonly from: AgencyCode;
  readonly to: AgencyCode;
  readonly on: IsoDate;
  readonly messageText: TextId;
  /** `null`: the case stays where it is. */
  readonly stage: 'handoff' | null;
}

export const handoffSent = event<HandoffSent>('handoff-sent', 2, {
  fold: (state, { handoffId, main, purpose, from, to, on, messageText, stage }) => ({
    ...state,
    stage: atStage(state, stage),
    handoffs: [
      ...state.handoffs,
      {
        id: handoffId,
        main,
        purpose,
        from,
        to,
        sentOn: on,
        state: 'awaiting',
        expired: false,
        answeredOn: null,
        reason: null,
        suggestion: null,
        messageText,
        answerText: null,
      },
    ],
  }),
  raises: ({ handoffId }) => ['stage', `handoff/${handoffId}`],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: null,
  ...quiet,
  discloses: ({ from, to }, after, { rules }) =>
    from === to
      ? []
      : after.persons.map((person) => ({
          personId: person.id,
          toAgency: to,
          what: 'handoff',
          basis: mayShare(after, person, to, rules) && person.consent.status === 'given' ? 'consent' : 'handoff',
        })),
  // 多機関協働 相談受付: the case comes to the coordinating body, once; from its own desk it was received there already.
  counts: ({ handoffId, to }, { handoffs, participants }, { rules }) =>
    to === rules.coordinatingBody &&
    !participants.some(({ agency, basis }) => agency === to && basis === 'recorder') &&
    handoffs.find((one) => one.to === to)?.id === handoffId
      ? ['coordinationIntake']
      : [],
  // Inside one agency the word was given by mouth (R85).
  notifies: ({ from, to }) => (from === to ? [] : [toDesk(to, 'handoff-sent')]),
});
