import {
  agency,
  code,
  codes,
  date,
  given,
  list,
  made,
  birthYear,
  orNull,
  point,
  text,
  yesNo,
} from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { CasePerson, Consent, NewPerson } from '../case-state.ts';
import type { Intake } from './intake.ts';
import { beginning, firstEvent } from '../case-units.ts';
import { concernCodes, personRoles, relationCodes, schemeCodes, schemeOutcomeCodes } from '../codes.ts';
import { firstOf } from '../refusals.ts';
import { begunCase, type FirstFact } from './first-state.ts';

/** Is there such a 相談窓口? */
export const receptionRefusal = (
  { point: code }: { readonly point: string },
  { rules }: Context,
): Refusal | undefined =>
  rules.intakePoints.some((one) => one.code === code) ? undefined : refuse('intake.point-unknown', { point: code });

/** Who received it: the agency of whoever writes it down, or that of the 相談窓口. */
export const receiverOf = (pointCode: string, { actor, rules }: Context): AgencyCode =>
  agencyOfActor(actor) ?? rules.intakePoints.find((one) => one.code === pointCode)?.agency ?? rules.coordinatingBody;

/** 相談受付 (R1, R11, R51). */
export const openCase = beginning('open-case', {
  fields: {
    /** From the counter of the 年度. */
    caseNumber: given<string>(),
    receivedOn: date('done'),
    point: point(),
    version: code(['withConsent', 'withoutConsent']),
    urgent: yesNo(),
    concerns: codes(concernCodes, 1),
    worstConcern: code(concernCodes),
    triedSchemes: list({ scheme: code(schemeCodes), by: agency(), outcome: code(schemeOutcomeCodes) }, 1, 50),
    persons: list(
      {
        id: made(),
        role: code(personRoles),
        relation: code(relationCodes),
        birthYear: orNull(birthYear()),
        nameText: text('person-name', 200),
      },
      1,
      30,
    ),
    storyText: text('story', 20_000),
    reporterText: orNull(text('reporter', 2_000)),
    contactRulesText: orNull(text('contact-rules', 4_000)),
  },
  refusal: (said, ctx) =>
    firstOf(
      receptionRefusal(said, ctx),
      said.persons.filter(({ role }) => role === 'person').length !== 1 && refuse('intake.one-person'),
      new Set(said.persons.map(({ id }) => id)).size !== said.persons.length && refuse('intake.person-twice'),
      !said.concerns.includes(said.worstConcern) && refuse('intake.worst-concern'),
      said.triedSchemes.some(({ by }) => !knowsAgency(ctx.rules, by)) && refuse('agency.unknown'),
    ),
  decide: ({ type: _type, caseNumber, urgent, persons, ...intake }, ctx, { municipality, id }) => [
    {
      type: 'case-opened',
      v: 1,
      municipality,
      id,
      caseNumber,
      on: ctx.today,
      urgent,
      persons,
      leadAgency: receiverOf(intake.point, ctx),
      membershipId: ctx.actor.kind === 'person' ? ctx.actor.membershipId : null,
      intake,
    },
  ],
});

interface CaseOpened extends FirstFact, Fact<'case-opened', 1> {
  readonly urgent: boolean;
  readonly intake: Intake;
  readonly persons: readonly NewPerson[];
  readonly leadAgency: AgencyCode;
  readonly membershipId: string | null;
}

const noConsent: Consent = {
  status: 'unconfirmed',
  on: null,
  method: null,
  agencies: [],
  purposes: [],
  itemClasses: [],
  takenBy: null,
  representative: null,
  reviewOn: null,
};
const newPerson = (person: NewPerson): CasePerson => ({
  ...person,
  consent: noConsent,
  supportTrackReasonText: null,
  saidNo: {},
  track: 'none',
});

export const caseOpened = firstEvent<CaseOpened>('case-opened', 1, {
  begin: (opened) =>
    begunCase(opened, {
      stage: 'intake',
      urgent: opened.urgent,
      intake: opened.intake,
      persons: opened.persons.map(newPerson),
      leadAgency: opened.leadAgency,
      personInCharge: { agency: opened.leadAgency, membershipId: opened.membershipId },
      participants: [{ agency: opened.leadAgency, since: opened.on, basis: 'recorder', releasedOn: null }],
    }),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  // Every intake is 包括的相談; one at the coordinating body is 多機関協働 相談受付 as well.
  counts: ({ intake, leadAgency }, _after, { rules }) => [
    'intake',
    ...(intake.version === 'withoutConsent' ? ['intake.withoutConsent'] : []),
    ...(leadAgency === rules.coordinatingBody ? ['coordinationIntake'] : []),
  ],
});
