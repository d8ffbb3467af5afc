import type { IsoDate } from '#libs/calendar';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency } from '../../command/fields.ts';
import { agencyOfActor, type Actor } from '../../record/actor.ts';
import { refuse } from '../../record/context.ts';
import { enteredFor, heard, unlessHeard, type Entered } from '../../record/entered.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import { seatsAfter } from '../agenda/seats-on-items.ts';
import { confidentialityTextVersions } from '../course/hold-sitting.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';

/**
 * 守秘義務の確認 before the day (R35): of an agency that is called to a 支援会議 everybody who prepares confirms the words that stand there,
 * each on the screen; what the secretariat enters for an agency opens nothing to people with an account. Until then nothing of its 案件 opens (R24).
 */
export const acknowledgeSecrecy = command('acknowledge-secrecy', {
  fields: { agency: agency(), heard },
  part: null,
  likely: (state, { actor, rules }) => {
    if (state.kind !== 'supportMeeting') return refuse('sitting.secrecy-not-asked');
    const own = agencyOfActor(actor) ?? '';
    if (calledTo(state).includes(own) && !hasAcknowledged(state, own, actor)) return { agency: own };
    const missing = calledTo(state).filter((one) => one !== own && !state.acknowledged.includes(one));
    const [other] = own === rules.competentSection || own === rules.coordinatingBody ? missing : [];
    return other === undefined ? refuse('sitting.secrecy-acknowledged') : { agency: other };
  },
  links: (state, given, sitting, { actor }) =>
    seatsAfter(state, withAcknowledged(state, given.agency, memberFor(given.agency, actor)), sitting),
  refusal: (state, given, ctx) =>
    firstOf(
      unlessIn(state, ['called'], given),
      state.kind !== 'supportMeeting' && refuse('sitting.secrecy-not-asked'),
      !calledTo(state).includes(given.agency) && refuse('sitting.not-invited', { agency: given.agency }),
      hasAcknowledged(state, given.agency, ctx.actor) && refuse('sitting.secrecy-acknowledged'),
      // Nobody knew this command before the question was there.
      unlessHeard(given.agency, given.heard ?? null, ctx),
    ),
  decide: ({ kind }, { agency: who, heard: way }, ctx) => [
    {
      type: 'secrecy-acknowledged',
      v: 1,
      on: ctx.today,
      agency: who,
      membershipId: memberFor(who, ctx.actor),
      textVersion: confidentialityTextVersions[kind],
      entered: enteredFor(who, way, ctx),
    },
  ],
});

/** Whose call was sent, and who convenes. */
const calledTo = ({ invitations, convener, stage }: SittingState): readonly AgencyCode[] => [
  ...invitations.filter(({ sent }) => sent).map((one) => one.agency),
  ...(convener === null || stage !== 'called' ? [] : [convener]),
];

/** Whoever confirms it for the own agency does so as a person. */
const memberFor = (agency: AgencyCode, actor: Actor): string | null =>
  actor.kind === 'person' && actor.agency === agency ? actor.membershipId : null;

/** Has this asker done so: one of the agency as a person, anybody else for the agency as such? */
export function hasAcknowledged(
  { acknowledged, acknowledgedBy = {} }: Pick<SittingState, 'acknowledged' | 'acknowledgedBy'>,
  agency: AgencyCode,
  actor: Actor,
): boolean {
  const membershipId = memberFor(agency, actor);
  const members = acknowledgedBy[agency];
  if (!acknowledged.includes(agency)) return false;
  return membershipId === null || members === undefined || members.includes(membershipId);
}

function withAcknowledged(state: SittingState, agency: AgencyCode, membershipId: string | null): SittingState {
  const members = state.acknowledgedBy?.[agency] ?? [];
  return {
    ...state,
    acknowledged: [...new Set([...state.acknowledged, agency])],
    acknowledgedBy: {
      ...state.acknowledgedBy,
      [agency]: membershipId === null ? members : [...members, membershipId],
    },
  };
}

interface SecrecyAcknowledged extends Fact<'secrecy-acknowledged', 1> {
  readonly on: IsoDate;
  readonly agency: AgencyCode;
  /** Who; `null`: for the agency, as the secretariat heard it. Older ones say nobody and count for everybody of the agency. */
  readonly membershipId?: string | null;
  readonly textVersion: string;
  /** The secretariat entered it. */
  readonly entered: Entered | null;
}
export const secrecyAcknowledged = event<SecrecyAcknowledged>('secrecy-acknowledged', 1, {
  fold: (state, { agency: who, membershipId }) =>
    membershipId === undefined
      ? { ...state, acknowledged: [...state.acknowledged, who] }
      : withAcknowledged(state, who, membershipId),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
