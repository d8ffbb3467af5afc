import { fiscalYearStart, toWareki } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';

/** How the beginnings of a kind of record are numbered within the 年度 in which they begin. */
interface Numbering {
  /** Name of the counter that the next number is taken from. */
  readonly counter: string;
  /** The number as the field of the beginning that it is given in. */
  given(fiscalYear: number, n: number): object;
}

/** The era is that of 1 October, as the name of the 年度 is: 令和8年度 gives R8. */
const caseNumber = (fiscalYear: number, n: number): string =>
  `${toWareki(fiscalYearStart(fiscalYear).replace('-04-01', '-10-01')).short}-${String(n).padStart(3, '0')}`;

const numberings: Readonly<Record<RecordKind, Numbering | null>> = {
  /** `R8-001`. */
  'support-case': {
    counter: 'case-number',
    given: (fiscalYear, n) => ({ caseNumber: caseNumber(fiscalYear, n) }),
  },
  /** 第n回 follows the day it is held: `ordinalsOf`. */
  sitting: null,
};

export const numberingOf = (kind: RecordKind): Numbering | null => numberings[kind];
