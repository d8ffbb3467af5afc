import type { IsoDate } from '#libs/calendar';
import { agencies, code, codes, date, orNull, ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import { knowsAgency } from '../../rules/municipality-rules.ts';
import type { CaseState, Consent } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { consentItemClasses, consentMethods, consentPurposes } from '../codes.ts';
import { consentedPersons, trackIsLive } from '../consent-scope.ts';
import { inCharge } from '../expectation-parts.ts';
import { handoffsClosedBy } from '../handoff/closed-letter.ts';
import type { HandoffWithdrawn } from '../handoff/withdraw-handoff.ts';
import { firstOf, unlessEnded } from '../refusals.ts';
import { itemGoesTo, seatOpens } from '../placement/seats.ts';
import { atStage, onMainLine } from '../stage.ts';
import { itemsThawedBy, thawing } from './frozen-items.ts';
import { representative } from './representative.ts';
import { personOf, unlessPerson, withNo, withPerson, consentNow } from './person-of.ts';
import { isJudge, knowsConsent, unlessWithdrawal, waitsForConfirmation } from './whose-word-counts.ts';

/** 本人同意 is per person, dated, scoped and revocable (R2, R7, R8, R9). */
export const recordConsent = command('record-consent', {
  part: ({ personId }) => `consent/${personId}`,
  stands: consentNow,
  fields: {
    personId: ref(),
    status: code(['given', 'refused']),
    on: date('done'),
    method: code(consentMethods),
    agencies: agencies(),
    purposes: codes(consentPurposes),
    itemClasses: codes(consentItemClasses),
    /** 法定代理人 who consents for the person. */
    representative: representative(),
    reviewOn: orNull(date('coming')),
  },
  likely: ({ persons: [first] }) => ({
    ...(first ? { personId: first.id } : {}),
    // Said anew, it names those of the one that stands: to leave one out is a withdrawal.
    ...(first && first.consent.agencies.length > 0 ? { agencies: first.consent.agencies } : {}),
    purposes: ['planMaking'],
    itemClasses: ['attributes'],
  }),
  links: (state, said, record, ctx) => {
    const person = personOf(state, said.personId);
    return person && waitsForConfirmation(state, person, said, ctx) ? [] : thawing(state, said.personId, said, record);
  },
  refusal: (state, said, ctx) => {
    const unknown = said.agencies.find((one) => !knowsAgency(ctx.rules, one));
    const person = personOf(state, said.personId);
    return firstOf(
      unlessEnded(state),
      unlessPerson(state, said.personId),
      unknown !== undefined && refuse('agency.unknown', { agency: unknown }),
      said.status === 'given' &&
        (said.purposes.length === 0 || said.itemClasses.length === 0) &&
        refuse('consent.scope-empty'),
      said.reviewOn !== null && said.reviewOn <= said.on && refuse('consent.review-before-consent'),
      // A consent that is over already would bring nobody onto the main stages.
      person && knowsConsent(state, person, ctx) && unlessWithdrawal(person, said, ctx),
    );
  },
  decide: (state, said, ctx) => {
    const { personId, status, on, method, reviewOn } = said;
    const given = status === 'given';
    const consent: Consent = {
      status,
      on,
      method,
      agencies: given ? said.agencies : [],
      purposes: given ? said.purposes : [],
      itemClasses: given ? said.itemClasses : [],
      takenBy: agencyOfActor(ctx.actor) ?? state.leadAgency,
      representative: said.representative,
      reviewOn,
    };
    const person = personOf(state, personId);
    return person && waitsForConfirmation(state, person, consent, ctx)
      ? [{ type: 'consent-proposed', v: 1, personId, consent }]
      : consentCounts(state, personId, { ...consent, ...(given ? openingItself(said.agencies, state, ctx) : {}) }, ctx);
  },
});

/**
 * What follows when a consent counts. One action also brings the person onto the main stages (R9); history stays linked, the others of the
 * household stay where they are.
 */
export function consentCounts(
  state: CaseState,
  personId: string,
  consent: Consent,
  ctx: Context,
): readonly (ConsentRecorded | MainLineJoined | HandoffWithdrawn)[] {
  const thawed = itemsThawedBy(state, personId, consent).map(({ itemId }) => itemId);
  const recorded: ConsentRecorded = { type: 'consent-recorded', v: 2, personId, consent, thawed };
  const begins = state.stage === 'accepted';
  // Somebody who was on the main line before (reopened, or the consent ran out) comes back onto it as well.
  if (consent.status === 'refused') return [recorded, ...handoffsClosedBy(state, { personId, to: 'all' }, ctx)];
  if (personOf(state, personId)?.track === 'main' && !begins) return [recorded];
  const joined: MainLineJoined = {
    type: 'main-line-joined',
    v: 2,
    personId,
    on: ctx.today,
    stage: begins ? 'assessment' : null,
    assessments: state.assessments + (begins ? 1 : 0),
  };
  return [recorded, joined];
}

/** Whoever opens the person to its own agency waits until another has confirmed it: the 主担当機関 or the secretariat. */
function openingItself(agencies: readonly string[], state: CaseState, ctx: Context): Pick<Consent, 'unconfirmedFor'> {
  const recorder = agencyOfActor(ctx.actor);
  return recorder === undefined || isJudge(state, recorder, ctx) || !agencies.includes(recorder)
    ? {}
    : { unconfirmedFor: recorder };
}

interface ConsentRecorded extends Fact<'consent-recorded', 2> {
  readonly personId: string;
  readonly consent: Consent;
  /** Items of sittings that it frees again. */
  readonly thawed: readonly string[];
}

export const consentRecorded = event<ConsentRecorded>('consent-recorded', 2, {
  fold: (state, { personId, consent, thawed }) => ({
    ...state,
    persons: withPerson(state, personId, ({ proposedConsent: _over, ...person }) => ({
      ...person,
      consent,
      ...(consent.status === 'refused' ? { saidNo: withNo(person, state, ['*']) } : {}),
    })),
    placements: state.placements.map((one) =>
      thawed.includes(one.itemId) ? { ...one, frozen: false, withdrawn: [] } : one,
    ),
  }),
  raises: ({ personId }) => [`consent/${personId}`],
  area: ({ personId }) => ({ kind: 'person', personId }),
  tells: null,
  ...quiet,
  // What it frees opens to whoever was called to it meanwhile, or before.
  discloses: ({ thawed }, after) =>
    after.placements
      .filter(({ itemId }) => thawed.includes(itemId))
      .flatMap((item) =>
        itemGoesTo(
          item,
          item.agencies.filter((agency) => seatOpens(after, item, agency) !== 'nothing'),
        ),
      ),
});

interface MainLineJoined extends Fact<'main-line-joined', 2> {
  readonly personId: string;
  readonly on: IsoDate;
  /** `null`: the case stays where it is. */
  readonly stage: 'assessment' | null;
  readonly assessments: number;
}

export const mainLineJoined = event<MainLineJoined>('main-line-joined', 2, {
  fold: (state, { personId, stage, assessments }) => ({
    ...state,
    persons: withPerson(state, personId, (person) => ({ ...person, track: 'main' })),
    stage: atStage(state, stage),
    assessments,
  }),
  raises: null,
  area: ({ personId }) => ({ kind: 'person', personId }),
  tells: null,
  ...quiet,
});

/** 受理: nobody has consented yet. */
export const firstConsentOwed = (state: CaseState): Expectation => ({
  key: `consent/${String(state.round)}`,
  kind: 'consent',
  holder: inCharge(state),
  blocking: !trackIsLive(state),
});

/** On the main stages somebody's consent has to hold. */
export const consentRegained = (state: CaseState, { today }: Context): readonly Expectation[] =>
  onMainLine(state.stage) && consentedPersons(state, today).length === 0
    ? [
        {
          key: `consent/regained/${String(state.past.withdrawals + state.withdrawals.length)}`,
          kind: 'consent',
          holder: inCharge(state),
          blocking: true,
        },
      ]
    : [];
