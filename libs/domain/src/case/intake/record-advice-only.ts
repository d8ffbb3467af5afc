import { agency, code, date, given, point, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { TextId } from '../case-state.ts';
import { beginning, firstEvent } from '../case-units.ts';
import { concernCodes, type ConcernCode } from '../codes.ts';
import { firstOf } from '../refusals.ts';
import { begunCase, type FirstFact } from './first-state.ts';
import { receiverOf, receptionRefusal } from './open-case.ts';

/** 助言・後方支援: recorded in half a minute, counted, done. */
export const recordAdviceOnly = beginning('record-advice-only', {
  fields: {
    caseNumber: given<string>(),
    receivedOn: date('done'),
    point: point(),
    askedBy: agency(),
    concern: code(concernCodes),
    adviceText: text('advice', 10_000),
  },
  refusal: (said, ctx) =>
    firstOf(
      receptionRefusal(said, ctx),
      !knowsAgency(ctx.rules, said.askedBy) && refuse('agency.unknown', { agency: said.askedBy }),
    ),
  decide: ({ caseNumber, point: pointCode, askedBy, concern, adviceText }, ctx, { municipality, id }) => [
    {
      type: 'advice-recorded',
      v: 1,
      municipality,
      id,
      caseNumber,
      on: ctx.today,
      point: pointCode,
      askedBy,
      adviser: receiverOf(pointCode, ctx),
      concern,
      adviceText,
    },
  ],
});

interface AdviceRecorded extends FirstFact, Fact<'advice-recorded', 1> {
  readonly point: string;
  readonly askedBy: AgencyCode;
  readonly adviser: AgencyCode;
  readonly concern: ConcernCode;
  readonly adviceText: TextId;
}

export const adviceRecorded = firstEvent<AdviceRecorded>('advice-recorded', 1, {
  begin: (advice) => {
    const { on, point: pointCode, askedBy, adviser, concern } = advice;
    return begunCase(advice, {
      stage: 'advised',
      urgent: false,
      intake: {
        receivedOn: on,
        point: pointCode,
        version: 'withoutConsent',
        concerns: [concern],
        worstConcern: concern,
        triedSchemes: [],
        storyText: advice.adviceText,
        reporterText: null,
        contactRulesText: null,
      },
      persons: [],
      leadAgency: askedBy,
      personInCharge: { agency: askedBy, membershipId: null },
      participants: [
        { agency: askedBy, since: on, basis: 'recorder', releasedOn: null },
        ...(adviser === askedBy ? [] : [{ agency: adviser, since: on, basis: 'handoff' as const, releasedOn: null }]),
      ],
    });
  },
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: ['adviceText'],
  ...quiet,
  counts: () => ['advice'],
});
