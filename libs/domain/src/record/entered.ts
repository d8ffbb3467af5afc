import { code, orLeftOut } from '../command/fields.ts';
import type { AgencyCode } from '../rules/municipality-rules.ts';
import { agencyOfActor } from './actor.ts';
import { tellingWays, type TellingWay } from './call.ts';
import { refuse, type Context, type Refusal } from './context.ts';

/** An answer that its agency did not give itself: who entered it, and how it was told; `heard` is `null` where that was not said. */
export interface Entered {
  /** Membership. */
  readonly by: string;
  readonly heard: TellingWay | null;
}

/** What an agency answers, itself or through the secretariat. */
export interface AgencyAnswer {
  /** The secretariat entered it for one without account. */
  readonly entered?: Entered | null;
}

/** The question how an answer was told that somebody enters for another agency; nobody is asked about an own one. */
export const heard = orLeftOut(code(tellingWays));

type Heard = TellingWay | null | undefined;

/** The mark of an answer that somebody else enters for `agency`; `null` for an own one. */
export const enteredFor = (agency: AgencyCode, way: Heard, { actor }: Pick<Context, 'actor'>): Entered | null =>
  actor.kind === 'person' && agencyOfActor(actor) !== agency ? { by: actor.membershipId, heard: way ?? null } : null;

/**
 * Whoever enters it says how it was told: of an agency that is reached by phone or on paper always, of one with an account where the body has
 * the question. Events from before it say nothing of it.
 */
export const unlessHeard = (
  agency: AgencyCode,
  way: Heard,
  ctx: Pick<Context, 'actor' | 'rules'>,
): Refusal | undefined =>
  enteredFor(agency, way, ctx)?.heard === null && (way === null || isReachedByVoice(agency, ctx))
    ? refuse('answer.way-missing', { agency })
    : undefined;

const isReachedByVoice = (agency: AgencyCode, { rules: { agencies } }: Pick<Context, 'rules'>): boolean =>
  agencies.some(({ code, channel }) => code === agency && channel !== 'mail');
