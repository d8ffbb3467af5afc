import { refuse, type Refusal } from '../record/context.ts';
import type { CaseState } from './case-state.ts';
import { isEnded, type Stage } from './stage.ts';

/** The first reason that applies, or nothing. Reasons are asked in order, so that the plainest one is told. */
export function firstOf(...reasons: readonly (Refusal | false | undefined)[]): Refusal | undefined {
  return reasons.find((reason): reason is Refusal => Boolean(reason));
}

/** Refuses a command outside the stages it belongs to, naming both (R10). */
export const unlessIn = (
  state: CaseState,
  allowed: readonly Stage[],
  command: { readonly type: string },
): Refusal | undefined =>
  allowed.includes(state.stage)
    ? undefined
    : refuse('case.not-in-stage', { stage: state.stage, command: command.type });

/** Refuses what is nobody's any more after the end. */
export const unlessEnded = ({ stage }: CaseState): Refusal | undefined =>
  isEnded(stage) ? refuse('case.ended') : undefined;

/** A workflow's own command that already happened: an answer, not an error. */
export const alreadySo: Refusal = refuse('already-so');
