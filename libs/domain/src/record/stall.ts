import type { IsoDate } from '#libs/calendar';
import type { Holder, Obligation } from './obligation.ts';
import { obligationTable } from './obligation-table.ts';
import { stallCauses, type StallCause } from './stall-causes.ts';

/** Is a stall from the day it was asked, not only when overdue. */
const atOnce = ({ kind }: Obligation): boolean => obligationTable[kind].stalls === 'atOnce';

const holdsUp = ({ kind, blocking }: Obligation): boolean => blocking && obligationTable[kind].stalls !== 'never';

/** The one cause why a record does not move, or will not from `fromMs` on; who can move it; since when the cause has been there. */
export interface Stall {
  readonly cause: StallCause;
  readonly key: string | null;
  /** Epoch ms from which the record counts as stalled: the end of the due day, or at once. */
  readonly fromMs: number;
  /** The day the cause began: it was asked, it fell vacant. */
  readonly since: IsoDate;
  readonly dueOn: IsoDate | null;
  readonly holder: Holder | null;
}

/**
 * Infers the single cause: nobody in charge, then the earliest-due blocking obligation, then the order of the causes.
 * An open record without any obligation is `noObligation`, an error that tests catch. Nothing when the record is closed.
 */
export function stallOf(obligations: readonly Obligation[], open: boolean, since: IsoDate): Stall | undefined {
  if (!open) return undefined;
  if (obligations.length === 0)
    return { cause: 'noObligation', key: null, fromMs: 0, since, dueOn: null, holder: null };
  const [first] = obligations.filter(holdsUp).toSorted(byUrgency);
  if (!first) return undefined;
  return {
    cause: obligationTable[first.kind].cause,
    key: first.key,
    fromMs: atOnce(first) ? 0 : first.dueAtMs,
    since: begunOn(first),
    dueOn: first.dueOn,
    holder: first.holder,
  };
}

/** The day it was asked; where the asking only began on a date of its own (evaluation), that date. */
const begunOn = ({ askedOn, ladder, taken }: Obligation): IsoDate =>
  ladder.slice(0, taken).find(({ step }) => step === 'start')?.on ?? askedOn;

/** Nobody in charge comes first, then what stalls at once, then the dates. */
const rank = (obligation: Obligation): number =>
  obligation.kind === 'person-in-charge' ? 0 : atOnce(obligation) ? 1 : 2;

function byUrgency(a: Obligation, b: Obligation): number {
  return (
    rank(a) - rank(b) ||
    (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)) ||
    stallCauses.indexOf(obligationTable[a.kind].cause) - stallCauses.indexOf(obligationTable[b.kind].cause) ||
    (a.key < b.key ? -1 : 1)
  );
}
