import {
  buildCalendar,
  nationalHolidays,
  type IsoDate,
  type LocalClosedDay,
  type OfficeCalendar,
} from '#libs/calendar';
import type { Profile } from './load-profile.ts';
import { valueOn } from './schema/sourced.ts';
import { oncePerPeriod } from './value-periods.ts';

/** The office's calendar by the rules that hold on that day: 祝日 as shipped, the rest from the profile (R55). */
export const calendarOf: (profile: Profile, on: IsoDate) => OfficeCalendar = oncePerPeriod(({ calendar }, on) =>
  buildCalendar({
    holidays: nationalHolidays,
    localClosedDays: valueOn(calendar.localClosedDays, on).map(localClosedDay),
    exceptionallyOpen: valueOn(calendar.exceptionallyOpen, on),
    opensAt: valueOn(calendar.opensAt, on),
    closesAt: valueOn(calendar.closesAt, on),
    yearEnd: valueOn(calendar.yearEnd, on),
  }),
);

const localClosedDay = ({
  on,
  name,
  validFrom,
  validUntil,
}: { [K in keyof Required<LocalClosedDay>]: LocalClosedDay[K] | undefined } & {
  on: string;
  name: string;
}): LocalClosedDay => ({
  on,
  name,
  ...(validFrom === undefined ? {} : { validFrom }),
  ...(validUntil === undefined ? {} : { validUntil }),
});
