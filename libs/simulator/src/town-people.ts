import type { RecordRef } from '#libs/contracts';
import type { Actor, MunicipalityRules, Obligation, ObligationKind } from '#libs/domain';
import { answerCaseObligation } from './case-work.ts';
import { answerSittingObligation } from './sitting-work.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { memberOf } from './members.ts';

/** What a simulated person would do now: an order, or nothing today. */
export interface Deed {
  readonly ref: RecordRef;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
  readonly actor: Actor;
}

export interface Desk {
  readonly world: SimulatedWorld;
  readonly random: SeededRandom;
  /** Ids made here, in order: the same seed gives the same ids. */
  newId(): string;
}

/** How likely somebody who owes a thing does it on a given day; what is not named: one day in two. Assumed, not measured. */
const diligence: Partial<Readonly<Record<ObligationKind, number>>> = {
  'handoff-answer': 0.18,
  reply: 0.25,
  sheet: 0.2,
  consent: 0.06,
  'candidate-decision': 0.3,
  approval: 0.3,
  evaluation: 0.35,
  'track-review': 0.6,
  'role-acknowledgement': 0.4,
};

/** Staff of an agency, with every post the holder of that obligation may need (a small town: one person is many, R85). */
export function actorAt(agency: string, rules: MunicipalityRules): Actor {
  const office = agency === rules.competentSection || agency === rules.coordinatingBody;
  return {
    kind: 'person',
    membershipId: memberOf(agency),
    agency,
    posts: office ? ['staff', 'coordinator', 'manager'] : ['staff', 'head'],
  };
}

/** What the holder of an obligation does about it today, or nothing. */
export function deedFor(desk: Desk, ref: RecordRef, obligation: Obligation): Deed | undefined {
  if (!desk.random.chance(diligence[obligation.kind] ?? 0.5)) return undefined;
  const actor = actorAt(obligation.holder.agency, desk.world.rules);
  const command =
    ref.kind === 'support-case'
      ? answerCaseObligation(desk, ref, obligation)
      : answerSittingObligation(desk, ref, obligation);
  if (!command) return undefined;
  // A command about the next meeting may go to another record than the one that owes it.
  const { goesTo, ...said } = command;
  return { ref: goesTo ?? ref, command: said, actor };
}

/** A command, and the record it goes to when that is another one. */
export interface Said {
  readonly type: string;
  readonly goesTo?: RecordRef;
  readonly [field: string]: unknown;
}
