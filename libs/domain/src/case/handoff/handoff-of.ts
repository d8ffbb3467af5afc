import type { IsoDate } from '#libs/calendar';
import { refuse, type Refusal } from '../../record/context.ts';
import type { CaseState, Handoff } from '../case-state.ts';
import type { Stage } from '../stage.ts';

const found = (state: CaseState, handoffId: string): Handoff | undefined =>
  state.handoffs.find(({ id }) => id === handoffId);

/** Why a つなぎ can take no answer, or nothing. */
export const unlessAwaiting = (state: CaseState, handoffId: string): Refusal | undefined => {
  const handoff = found(state, handoffId);
  if (!handoff) return refuse('handoff.missing');
  return handoff.state === 'awaiting' ? undefined : refuse('handoff.not-awaiting', { state: handoff.state });
};

/** The likely one to be answered or taken back: the first without an answer. */
export const likelyAnswer = (state: CaseState): { readonly handoffId: string } | Refusal => {
  const awaiting = state.handoffs.find((handoff) => handoff.state === 'awaiting');
  return awaiting ? { handoffId: awaiting.id } : refuse('handoff.none-awaiting');
};

export const isMain = (state: CaseState, handoffId: string): boolean => found(state, handoffId)?.main ?? false;

/** After a refusal or a recall of the main つなぎ the case is where its sender can go on. */
export const backToSender = (state: CaseState, handoffId: string): 'screening' | null =>
  isMain(state, handoffId) ? 'screening' : null;

/** A つなぎ with its answer. */
export const answered = (
  state: CaseState,
  handoffId: string,
  answer: Pick<Handoff, 'state'> & Partial<Pick<Handoff, 'reason' | 'suggestion' | 'answerText'>>,
  on: IsoDate,
): CaseState['handoffs'] =>
  state.handoffs.map((one) => (one.id === handoffId ? { ...one, ...answer, answeredOn: on } : one));

/** `null`: the case stays where it is. */
export const atStage = (state: CaseState, stage: Stage | null): Stage => stage ?? state.stage;

/** @throws when a つなぎ is answered that was never sent: refusals come first, and no log does. */
export function handoffOf(state: CaseState, handoffId: string): Handoff {
  const handoff = found(state, handoffId);
  if (!handoff) throw new Error(`handoff ${handoffId} was never sent`);
  return handoff;
}
