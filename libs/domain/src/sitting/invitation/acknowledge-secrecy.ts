import type { IsoDate } from '#libs/calendar';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency } from '../../command/fields.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse } from '../../record/context.ts';
import { enteredFor, heard, unlessHeard, type Entered } from '../../record/entered.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import { seatsAfter } from '../agenda/seats-on-items.ts';
import { confidentialityTextVersions } from '../course/hold-sitting.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';

/**
 * 守秘義務の確認 before the day (R35): whoever is called to a 支援会議 confirms the words that stand there, on the screen or, for an agency
 * without account, as the secretariat enters it. Until then nothing of its 案件 opens (R24).
 */
export const acknowledgeSecrecy = command('acknowledge-secrecy', {
  fields: { agency: agency(), heard },
  part: null,
  likely: (state, { actor, rules }) => {
    if (state.kind !== 'supportMeeting') return refuse('sitting.secrecy-not-asked');
    const own = agencyOfActor(actor) ?? '';
    const missing = calledTo(state).filter((one) => !state.acknowledged.includes(one));
    if (missing.includes(own)) return { agency: own };
    const [other] = own === rules.competentSection || own === rules.coordinatingBody ? missing : [];
    return other === undefined ? refuse('sitting.secrecy-acknowledged') : { agency: other };
  },
  links: (state, given, sitting) => seatsAfter(state, acknowledgedBy(state, given.agency), sitting),
  refusal: (state, given, ctx) =>
    firstOf(
      unlessIn(state, ['called'], given),
      state.kind !== 'supportMeeting' && refuse('sitting.secrecy-not-asked'),
      !calledTo(state).includes(given.agency) && refuse('sitting.not-invited', { agency: given.agency }),
      state.acknowledged.includes(given.agency) && refuse('sitting.secrecy-acknowledged'),
      // Nobody knew this command before the question was there.
      unlessHeard(given.agency, given.heard ?? null, ctx),
    ),
  decide: ({ kind }, { agency: who, heard: way }, ctx) => [
    {
      type: 'secrecy-acknowledged',
      v: 1,
      on: ctx.today,
      agency: who,
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

const acknowledgedBy = (state: SittingState, who: AgencyCode): SittingState => ({
  ...state,
  acknowledged: [...state.acknowledged, who],
});

interface SecrecyAcknowledged extends Fact<'secrecy-acknowledged', 1> {
  readonly on: IsoDate;
  readonly agency: AgencyCode;
  readonly textVersion: string;
  /** The secretariat entered it. */
  readonly entered: Entered | null;
}
export const secrecyAcknowledged = event<SecrecyAcknowledged>('secrecy-acknowledged', 1, {
  fold: (state, { agency: who }) => acknowledgedBy(state, who),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
