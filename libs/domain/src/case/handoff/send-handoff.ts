import type { IsoDate } from '#libs/calendar';
import { agency, basis, code, made, orLeftOut, refs, text, yesNo } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { toDesk } from '../../record/words.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { handoffPurposes } from '../codes.ts';
import { consentOpens, personsTold } from '../consent-scope.ts';
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
    /** Whom the letter is about: must be said; an order of 0.1.0 that comes again is known without it. */
    personIds: orLeftOut(refs(1)),
    /** Where one of them has not agreed to it: the 根拠規定, and why it is needed all the same. */
    legalBasis: orLeftOut(basis()),
    reasonText: orLeftOut(text('handoff-reason', 4_000)),
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
    personIds: state.persons.map(({ id }) => id),
    legalBasis: rules.handoffBases[0]?.code ?? null,
    reasonText: 'example',
  }),
  refusal: (state, said, ctx) =>
    firstOf(
      !knowsAgency(ctx.rules, said.to) && refuse('agency.unknown', { agency: said.to }),
      said.main ? unlessIn(state, ['screening'], said) : unlessEnded(state),
      state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === said.to) &&
        refuse('handoff.already-sent', { agency: said.to }),
      aboutWhom(said).length === 0 && refuse('handoff.persons-required', { field: 'personIds' }),
      aboutWhom(said).some((id) => !state.persons.some((person) => person.id === id)) && refuse('person.missing'),
      basisRefusal(state, said, ctx),
      said.to === state.leadAgency && said.to !== ctx.rules.coordinatingBody && refuse('handoff.to-lead'),
    ),
  // Inside one agency there is nobody to wait for: sender and receiver are the same desk (R85).
  decide: (state, said, ctx) => {
    const { handoffId, to, purpose, main, messageText } = said;
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
      personIds: aboutWhom(said),
      ...(isAgreed(state, said, ctx)
        ? {}
        : { legalBasis: said.legalBasis ?? null, reasonText: said.reasonText ?? null }),
      stage: main ? 'handoff' : null,
    };
    return from === to ? [sent, acceptanceOf(state, { id: handoffId, main, purpose, to }, null, ctx)] : [sent];
  },
});

interface Said {
  readonly personIds?: readonly string[] | null | undefined;
}

const aboutWhom = ({ personIds }: Said): readonly string[] => personIds ?? [];

/** Consent of everybody whom it is about reaches the receiver; to the office it goes as to the one that runs the programme, inside an agency to nobody. */
const isAgreed = (
  state: CaseState,
  { to, ...said }: Said & { readonly to: AgencyCode },
  { actor, rules, today }: Context,
): boolean =>
  to === rules.coordinatingBody ||
  to === rules.competentSection ||
  to === agencyOfActor(actor) ||
  personsTold(state, { personIds: aboutWhom(said) }).every((person) => consentOpens(person, to, today));

/** A つなぎ is no ground by itself: about somebody without consent it needs one of the catalogue, and a reason that is kept (R6). */
function basisRefusal(
  state: CaseState,
  said: Parameters<typeof isAgreed>[1] & {
    readonly legalBasis?: string | null | undefined;
    readonly reasonText?: TextId | null | undefined;
  },
  ctx: Context,
): Refusal | undefined {
  if (isAgreed(state, said, ctx)) return undefined;
  return firstOf(
    !said.legalBasis && refuse('handoff.basis-required', { field: 'legalBasis' }),
    !ctx.rules.handoffBases.some(({ code: known }) => known === said.legalBasis) &&
      refuse('handoff.basis-unknown', { field: 'legalBasis' }),
    !said.reasonText && refuse('handoff.reason-required', { field: 'reasonText' }),
  );
}

interface HandoffSent extends Fact<'handoff-sent', 2> {
  readonly handoffId: string;
  readonly main: boolean;
  readonly purpose: 'takeOver' | 'join';
  readonly from: AgencyCode;
  readonly to: AgencyCode;
  readonly on: IsoDate;
  readonly messageText: TextId;
  /** Older ones: everybody of the household. */
  readonly personIds?: readonly string[];
  readonly legalBasis?: string | null;
  readonly reasonText?: TextId | null;
  /** `null`: the case stays where it is. */
  readonly stage: 'handoff' | null;
}

export const handoffSent = event<HandoffSent>('handoff-sent', 2, {
  fold: (state, { handoffId, main, purpose, from, to, on, messageText, stage, ...about }) => ({
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
        personIds: about.personIds ?? state.persons.map(({ id }) => id),
        legalBasis: about.legalBasis ?? null,
        reasonText: about.reasonText ?? null,
        sentAt: state.seq + 1,
        messageText,
        answerText: null,
      },
    ],
  }),
  raises: ({ handoffId }) => ['stage', `handoff/${handoffId}`],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: null,
  ...quiet,
  discloses: ({ from, to, personIds, legalBasis }, after, { rules }) =>
    from === to
      ? []
      : after.persons
          .filter(({ id }) => personIds?.includes(id) ?? true)
          .map((person) => ({
            personId: person.id,
            toAgency: to,
            what: 'handoff',
            basis:
              legalBasis ?? (to === rules.coordinatingBody || to === rules.competentSection ? 'office' : 'consent'),
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
