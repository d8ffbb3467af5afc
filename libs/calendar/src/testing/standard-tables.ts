import type { CalendarTables } from '../calendar-tables.ts';
import { nationalHolidays } from '../national-holidays.ts';

/** The usual office: 祝日 as shipped, 12/29 to 1/3 closed, 08:30 to 17:15. */
export const standardCalendarTables: CalendarTables = {
  holidays: nationalHolidays,
  localClosedDays: [],
  exceptionallyOpen: [],
  opensAt: '08:30',
  closesAt: '17:15',
  yearEnd: { from: '12-29', to: '01-03' },
};
