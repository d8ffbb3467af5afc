import { compareDates, wholeNumber } from './civil-date.ts';
import type { IsoDate } from './civil-date.ts';
import type { OfficeCalendar } from './office-calendar.ts';

/** A date asked for before a sitting: when it is asked, when it is held, and the usual distances, in open days. */
export interface WantedBefore {
  readonly askedOn: IsoDate;
  readonly heldOn: IsoDate;
  /** Open days before the sitting, when there is time enough. */
  readonly wantedOpenDaysBefore: number;
  /** Open days between asking and sitting for which that was meant; at least 1. */
  readonly standardLead: number;
}

/**
 * The due date of a reply or of papers before a sitting (R30, domain 4.2): `wantedOpenDaysBefore` the sitting when the lead time is the
 * standard one or longer, in proportion less when it is shorter (halves count as a whole day for the one who collects).
 * With two open days or more it lies after the day of asking and before the day of the sitting, so the one asked always has a full day.
 * With fewer it is the last open day up to the sitting, and the sitting's own day when even that would lie in the past.
 */
export function shrunkDue(calendar: OfficeCalendar, wanted: WantedBefore): IsoDate {
  const { askedOn, heldOn } = wanted;
  const standardLead = wholeNumber(wanted.standardLead);
  const wantedBefore = wholeNumber(wanted.wantedOpenDaysBefore);
  if (standardLead < 1 || wantedBefore < 0)
    throw new RangeError(`lead of ${standardLead} and distance of ${wantedBefore} open days`);
  const lead = calendar.openDaysBetween(askedOn, heldOn);
  if (lead < 2) return withoutLead(askedOn, calendar.previousOpen(heldOn), heldOn);

  const daysBefore = Math.max(1, Math.round(wantedBefore * Math.min(1, lead / standardLead)));
  const due = calendar.addOpenDays(heldOn, -daysBefore);
  const earliest = calendar.addOpenDays(askedOn, 1);
  return compareDates(due, earliest) < 0 ? earliest : due;
}

function withoutLead(askedOn: IsoDate, lastOpen: IsoDate, heldOn: IsoDate): IsoDate {
  if (compareDates(lastOpen, askedOn) >= 0) return lastOpen;
  return compareDates(heldOn, askedOn) >= 0 ? heldOn : askedOn;
}
