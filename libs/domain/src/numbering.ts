import { fiscalYearStart, toWareki, type IsoDate } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';

/** How the beginnings of a kind of record are numbered within a 年度. */
interface Numbering {
  /** The day in whose 年度 it is numbered. */
  dayOf(beginning: object, today: IsoDate): IsoDate;
  /** Name of the counter that the next number is taken from. */
  counterOf(beginning: object): string;
  /** The number as the field of the beginning that it is given in. */
  given(fiscalYear: number, n: number): object;
}

/** The era is that of 1 October, as the name of the 年度 is: 令和8年度 gives R8. */
const caseNumber = (fiscalYear: number, n: number): string =>
  `${toWareki(fiscalYearStart(fiscalYear).replace('-04-01', '-10-01')).short}-${String(n).padStart(3, '0')}`;

const numberings: Readonly<Record<RecordKind, Numbering>> = {
  /** `R8-001`. */
  'support-case': {
    dayOf: (_beginning, today) => today,
    counterOf: () => 'case-number',
    given: (fiscalYear, n) => ({ caseNumber: caseNumber(fiscalYear, n) }),
  },
  /** 第n回 of a body in the 年度 in which it is held: what March prepares for April begins anew. */
  sitting: {
    dayOf: (beginning, today) => ('heldOn' in beginning ? String(beginning.heldOn) : today),
    counterOf: (beginning) => `ordinal.${'body' in beginning ? String(beginning.body) : ''}`,
    given: (_fiscalYear, n) => ({ ordinal: n }),
  },
};

export const numberingOf = (kind: RecordKind): Numbering => numberings[kind];
