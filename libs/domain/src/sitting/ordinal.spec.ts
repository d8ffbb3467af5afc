import { describe, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import * as say from '../testing/case-script.ts';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase, place } from '../testing/make-case.ts';
import { ordinalsOf, type SittingInOrder } from './ordinal.ts';
import { sittingDefinition } from './sitting.ts';

type Row = readonly [heldOn: string, stage: SittingInOrder['stage'], expected: number, fixed?: number];

/** Sittings of 支援会議 as they were opened, in this order. */
const sittingsOf = (rows: readonly Row[]): readonly SittingInOrder[] =>
  rows.map(([heldOn, stage, , ordinal = null], nth) => ({
    id: `sitting-${String(nth)}`,
    body: 'supportMeeting',
    stage,
    heldOn,
    startsAt: '13:30',
    ordinal,
  }));

const table: readonly (readonly [what: string, rows: readonly Row[]])[] = [
  [
    'the days and not the openings',
    [
      ['2026-06-24', 'called', 2],
      ['2026-06-10', 'called', 1],
      ['2026-07-08', 'preparing', 3],
    ],
  ],
  [
    'the 年度 of the day, anew from 4/1',
    [
      ['2027-03-31', 'called', 1],
      ['2027-04-01', 'preparing', 1],
      ['2027-04-14', 'preparing', 2],
    ],
  ],
  [
    'what was held, and from there on',
    [
      ['2026-06-03', 'closed', 4, 4],
      ['2026-06-10', 'called', 5],
      ['2026-06-17', 'called', 6],
    ],
  ],
  [
    'a number that was fixed out of order, which stays',
    [
      ['2026-05-20', 'closed', 2, 2],
      ['2026-06-03', 'held', 1, 1],
      ['2026-06-10', 'called', 3],
    ],
  ],
  [
    'no cancelled one, which shows what it would have been',
    [
      ['2026-06-10', 'cancelled', 1],
      ['2026-06-17', 'called', 1],
    ],
  ],
  [
    'a place kept for one whose holding is recorded late',
    [
      ['2026-05-20', 'called', 1],
      ['2026-05-27', 'held', 2, 2],
      ['2026-06-10', 'called', 3],
    ],
  ],
  [
    'no place for one that was never called in time',
    [
      ['2026-05-20', 'preparing', 1],
      ['2026-06-10', 'called', 1],
    ],
  ],
  [
    'the next free number where the day has none left',
    [
      ['2026-05-20', 'called', 2],
      ['2026-05-27', 'held', 1, 1],
      ['2026-06-10', 'called', 3],
    ],
  ],
];

describe('第n回 of a body', () => {
  it.each(table)('follows %s', (_, rows) => {
    const sittings = sittingsOf(rows);
    const expected = rows.map(([, , ordinal], nth) => [`sitting-${String(nth)}`, ordinal] as const);
    expect(ordinalsOf(sittings, '2026-06-03')).toEqual(new Map(expected));
    expect(ordinalsOf(sittings.toReversed(), '2026-06-03')).toEqual(new Map(expected));
  });

  it('counts each body by itself, and on one day by the hour', () => {
    const [one, other] = sittingsOf([
      ['2026-06-10', 'called', 1],
      ['2026-06-10', 'called', 1],
    ]);
    const earlier = { ...other!, startsAt: '09:00' };
    expect([...ordinalsOf([one!, earlier], '2026-06-03')]).toEqual([
      ['sitting-1', 1],
      ['sitting-0', 2],
    ]);
    expect([...ordinalsOf([one!, { ...other!, body: 'planMeeting' }], '2026-06-03').values()]).toEqual([1, 1]);
  });
});

describe('the number of a sitting', () => {
  /** Called for that day, with a case of its own. */
  const onDay = (desk: DomainDesk, heldOn: string): RecordRef => {
    const { sitting } = place(makeCase({ stage: 'accepted', desk }), { heldOn });
    desk.done(sitting, say.callSitting(desk));
    return sitting;
  };
  const planned = (desk: DomainDesk, { id }: RecordRef): number | undefined =>
    ordinalsOf(desk.context().siblings ?? [], desk.today).get(id);

  it('moves with its day over 3/31, and is fixed with the one that it has when it is held', () => {
    const desk = new DomainDesk({ on: '2027-03-01' });
    const [first, second] = [onDay(desk, '2027-03-17'), onDay(desk, '2027-03-31')];
    expect([planned(desk, first), planned(desk, second)]).toEqual([1, 2]);
    desk.done(second, {
      type: 'move-sitting',
      heldOn: '2027-04-01',
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: 't',
    });
    expect([planned(desk, first), planned(desk, second)]).toEqual([1, 1]);
    expect(desk.sitting(first).ordinal).toBeNull();
    desk.passTo('2027-03-17');
    desk.done(first, say.holdSitting());
    desk.passTo('2027-04-01');
    desk.done(second, say.holdSitting());
    expect([desk.sitting(first).ordinal, desk.sitting(second).ordinal]).toEqual([1, 1]);
  });

  it('keeps the order of the days when an earlier one is recorded after a later one', () => {
    const desk = new DomainDesk();
    const [late, prompt] = [onDay(desk, '2026-06-15'), onDay(desk, '2026-06-16')];
    desk.passTo('2026-06-16');
    desk.done(prompt, say.holdSitting());
    expect([planned(desk, late), desk.sitting(prompt).ordinal]).toEqual([1, 2]);
    desk.done(late, say.holdSitting());
    expect([desk.sitting(late).ordinal, desk.sitting(prompt).ordinal]).toEqual([1, 2]);
  });

  it('is not guessed by whoever has not read the other sittings', () => {
    const desk = new DomainDesk();
    const sitting = onDay(desk, '2026-06-15');
    desk.passTo('2026-06-15');
    const { siblings: _, ...blind } = desk.context();
    expect(() => sittingDefinition.decide(desk.sitting(sitting), say.holdSitting(), blind, sitting)).toThrow(
      'were not read',
    );
  });
});
