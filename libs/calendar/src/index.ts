// Pure and without imports of ours: the same code runs in the API, the browser, the workflow sandbox and the simulator.
export { addDays, addMonths, compareDates, isIsoDate } from './civil-date.ts';
export type { IsoDate } from './civil-date.ts';
export { dateOfMs, msOfDate } from './tokyo-clock.ts';
export { earliestBirthYear, parseBirthYear } from './birth-year.ts';
export type { CalendarTables, LocalClosedDay } from './calendar-tables.ts';
export { nationalHolidays } from './national-holidays.ts';
export { parseHolidayCsv } from './holiday-csv.ts';
export { holidaysUntil } from './holidays-until.ts';
export { buildCalendar } from './office-calendar.ts';
export type { OfficeCalendar } from './office-calendar.ts';
export { fiscalYearEnd, fiscalYearOf, fiscalYearStart } from './fiscal-year.ts';
export { fiscalYearText, toWareki } from './wareki.ts';
export { formatDateJa, formatDateTimeJa } from './japanese-date-text.ts';
export { shrunkDue } from './shrunk-due.ts';
export { spreadBeforeOpening } from './spread-before-opening.ts';
