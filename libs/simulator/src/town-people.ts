import type { RecordKind, RecordRef } from '#libs/contracts';
import type { Actor, Obligation, ObligationKind } from '#libs/domain';
import { answerCaseObligation } from './case-work.ts';
import { answerSittingObligation } from './sitting-work.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { actorAt } from './members.ts';

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
  readonly newId: () => string;
}

/** How likely somebody who owes a thing does it on a given day; what is not named: one day in two. Assumed, not measured. */
const diligence: Partial<Readonly<Record<ObligationKind, number>>> = {
  'handoff-answer': 0.18,
  // A sitting is called as soon as it is there, held on its day, and its results are written down then.
  call: 0.9,
  'hold-sitting': 1,
  disposition: 0.9,
  reply: 0.25,
  sheet: 0.2,
  consent: 0.06,
  'candidate-decision': 0.3,
  'meeting-request': 0.8,
  approval: 0.3,
  evaluation: 0.35,
  'track-review': 0.6,
  'role-acknowledgement': 0.4,
};

const answers: Readonly<Record<RecordKind, (desk: Desk, ref: RecordRef, obligation: Obligation) => Said | undefined>> =
  { 'support-case': answerCaseObligation, sitting: answerSittingObligation };

/** What the holder of an obligation does about it today, or nothing. */
export function deedFor(desk: Desk, ref: RecordRef, obligation: Obligation): Deed | undefined {
  if (!desk.random.chance(diligence[obligation.kind] ?? 0.5)) return undefined;
  const command = answers[ref.kind](desk, ref, obligation);
  if (!command) return undefined;
  // A command about the next meeting may go to another record than the one that owes it.
  const { goesTo, by = obligation.holder.agency, ...said } = command;
  return { ref: goesTo ?? ref, command: said, actor: actorAt(by, desk.world.rules) };
}

/** A command, and the record it goes to when that is another one. */
export interface Said {
  readonly type: string;
  readonly goesTo?: RecordRef;
  /** Who does it, when it is another agency than the one that owes. */
  readonly by?: string;
  readonly [field: string]: unknown;
}
