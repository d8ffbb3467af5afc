import type { IsoDate } from '#libs/calendar';
import type { TellingWay } from '../../record/call.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { unlessHeard } from '../../record/entered.ts';
import type { CaseState, Handoff } from '../case-state.ts';

const found = (state: CaseState, handoffId: string): Handoff | undefined =>
  state.handoffs.find(({ id }) => id === handoffId);

/** Why a つなぎ can take no answer, or nothing. */
export const unlessAwaiting = (state: CaseState, handoffId: string): Refusal | undefined => {
  const handoff = found(state, handoffId);
  if (!handoff) return refuse('handoff.missing');
  return handoff.state === 'awaiting' ? undefined : refuse('handoff.not-awaiting', { state: handoff.state });
};

/** Why a つなぎ can take this answer from nobody now; whoever enters it for its receiver says how it was told. */
export const unlessAnswered = (
  state: CaseState,
  { handoffId, heard }: { readonly handoffId: string; readonly heard?: TellingWay | null | undefined },
  ctx: Context,
): Refusal | undefined => {
  const handoff = found(state, handoffId);
  return unlessAwaiting(state, handoffId) ?? (handoff && unlessHeard(handoff.to, heard, ctx));
};

/** The likely one to be answered or taken back: the first without an answer. */
export const likelyAnswer = (state: CaseState): { readonly handoffId: string } | Refusal => {
  const awaiting = state.handoffs.find((handoff) => handoff.state === 'awaiting');
  return awaiting ? { handoffId: awaiting.id } : refuse('handoff.none-awaiting');
};

/** @throws when it was never sent. */
export function handoffOf(state: CaseState, handoffId: string): Handoff {
  const handoff = found(state, handoffId);
  if (!handoff) throw new Error(`handoff ${handoffId} was never sent`);
  return handoff;
}

export const isMain = (state: CaseState, handoffId: string): boolean => found(state, handoffId)?.main ?? false;

/** After a refusal or a recall of the main つなぎ the case is where its sender can go on. */
export const backToSender = (state: CaseState, handoffId: string): 'screening' | null =>
  isMain(state, handoffId) ? 'screening' : null;

/** Another つなぎ that still waits for its answer; one that asks to take over comes first. */
export const otherAwaiting = (state: Pick<CaseState, 'handoffs'>, except: readonly string[]): Handoff | undefined =>
  state.handoffs
    .filter(({ id, state: answer }) => answer === 'awaiting' && !except.includes(id))
    .toSorted((a, b) => Number(b.purpose === 'takeOver') - Number(a.purpose === 'takeOver'))[0];

/** That つなぎ is the main one from now on, after those that were it before. */
export const withMain = (handoffs: CaseState['handoffs'], mainId: string | undefined): CaseState['handoffs'] =>
  mainId === undefined
    ? handoffs
    : [
        ...handoffs.filter(({ id }) => id !== mainId),
        ...handoffs.filter(({ id }) => id === mainId).map((one) => ({ ...one, main: true })),
      ];

/** The つなぎ with an answer on one of them. @throws when it was never sent: the log would be broken. */
export function answered(
  state: CaseState,
  handoffId: string,
  answer: Pick<Handoff, 'state'> & Partial<Pick<Handoff, 'reason' | 'suggestion' | 'answerText' | 'entered'>>,
  on: IsoDate,
): CaseState['handoffs'] {
  const handoff = handoffOf(state, handoffId);
  return state.handoffs.map((one) => (one === handoff ? { ...one, ...answer, answeredOn: on } : one));
}

/** What stands in a つなぎ, in the fields of its answers. */
export function handoffNow(state: CaseState, { handoffId }: { readonly handoffId: string }): object {
  const handoff = found(state, handoffId);
  return handoff
    ? { state: handoff.state, reason: handoff.reason, suggestion: handoff.suggestion, answerText: handoff.answerText }
    : {};
}
