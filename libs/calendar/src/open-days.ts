import type { ClosedReason } from './closed-days.ts';
import { dayNumber, dayOfCivil, isoOfDay, yearOf } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';

/** Counting of open days, by tables of a year each that are made when first asked for. */
export interface OpenDays {
  readonly isOpen: (on: IsoDate) => boolean;
  /** The open day that is `step` places away: 1 the first after `on`, -1 the last before. */
  readonly stepped: (on: IsoDate, step: number) => IsoDate;
  /** Open days after `from` up to and including `to`; minus those after `to` when that is earlier. */
  readonly between: (from: IsoDate, to: IsoDate) => number;
}

interface YearOfOpenDays {
  readonly firstDay: number;
  /** At i: how many of the year's first i days are open. */
  readonly openBefore: Uint16Array;
  readonly openDates: readonly IsoDate[];
}

export function openDays(closedReason: ClosedReason): OpenDays {
  const years = new Map<number, YearOfOpenDays>();

  function yearTable(year: number): YearOfOpenDays {
    const known = years.get(year);
    if (known !== undefined) return known;
    const table = tableOfYear(year, closedReason);
    years.set(year, table);
    return table;
  }

  function openBefore(on: IsoDate, daysLater: 0 | 1): number {
    const day = dayNumber(on);
    const { firstDay, openBefore: counts } = yearTable(yearOf(on));
    return counts[day - firstDay + daysLater] ?? Number.NaN;
  }

  /** The open day at `place` (from 1) in `year`, running over into the years before and after. */
  function openDate(year: number, place: number): IsoDate {
    let table = yearTable(year);
    while (place > table.openDates.length) {
      place -= table.openDates.length;
      year += 1;
      table = yearTable(year);
    }
    while (place < 1) {
      year -= 1;
      table = yearTable(year);
      place += table.openDates.length;
    }
    const on = table.openDates[place - 1];
    if (on === undefined) throw new RangeError(`no open day ${place} in ${year}`);
    return on;
  }

  return {
    isOpen: (on) => openBefore(on, 1) > openBefore(on, 0),
    stepped: (on, step) => openDate(yearOf(on), step > 0 ? openBefore(on, 1) + step : openBefore(on, 0) + 1 + step),
    between(from, to) {
      let count = openBefore(to, 1) - openBefore(from, 1);
      const fromYear = yearOf(from);
      const toYear = yearOf(to);
      for (let year = fromYear; year < toYear; year += 1) count += yearTable(year).openDates.length;
      for (let year = toYear; year < fromYear; year += 1) count -= yearTable(year).openDates.length;
      return count;
    },
  };
}

function tableOfYear(year: number, closedReason: ClosedReason): YearOfOpenDays {
  if (year < 1 || year > 9999) throw new RangeError(`no open day within the years 0001 to 9999: ${year}`);
  const firstDay = dayOfCivil(year, 1, 1);
  const length = dayOfCivil(year + 1, 1, 1) - firstDay;
  const openBefore = new Uint16Array(length + 1);
  const openDates: IsoDate[] = [];
  for (let index = 0; index < length; index += 1) {
    const on = isoOfDay(firstDay + index);
    if (closedReason(on) === undefined) openDates.push(on);
    openBefore[index + 1] = openDates.length;
  }
  return { firstDay, openBefore, openDates };
}
