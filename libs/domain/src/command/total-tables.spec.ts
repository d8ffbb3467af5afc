import { expect, it } from '@jest/globals';
import { obligationTable } from '../record/obligation-table.ts';
import type { ObligationKind } from '../record/obligation.ts';
import { eventFor, quiet, type EventUnit, type FirstEventUnit } from './event.ts';

interface Noted {
  readonly type: 'noted';
  readonly v: 1;
}
/** Is there no field that may be left out? */
type IsTotal<T> = keyof { [K in keyof T as object extends Pick<T, K> ? K : never]: true } extends never ? true : false;
const isTotal: readonly [IsTotal<EventUnit<object, Noted>>, IsTotal<FirstEventUnit<object, Noted>>] = [true, true];

it('an event says everything that is said of it elsewhere, and an obligation has its row: leaving one out does not compile', () => {
  const event = eventFor<object>();
  const said = { fold: (state: object): object => state, raises: null, area: null, tells: null, ...quiet };
  const { area: _area, ...withoutArea } = said;
  const { tells: _tells, ...withoutTexts } = said;
  const { discloses: _discloses, ...withoutSharing } = said;
  const { raises: _raises, ...withoutParts } = said;
  // @ts-expect-error whom its line is told
  event<Noted>('noted', 1, withoutArea);
  // @ts-expect-error which texts it carries
  event<Noted>('noted', 1, withoutTexts);
  // @ts-expect-error what it discloses to whom
  event<Noted>('noted', 1, withoutSharing);
  // @ts-expect-error which part it changes
  event<Noted>('noted', 1, withoutParts);

  const { sheet, ...others } = obligationTable;
  // @ts-expect-error a kind of obligation without its row
  others satisfies Readonly<Record<ObligationKind, unknown>>;

  expect([isTotal, event<Noted>('noted', 1, said).area, sheet.settledBy]).toEqual([[true, true], null, 'submit-sheet']);
});
