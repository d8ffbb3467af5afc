import { dateOfMs } from '#libs/calendar';
import { calendarOf, profileOf, rulesOf, type ProfileChoice } from '#libs/profiles';
import type { ContextSource } from './ports.ts';

/** What decisions may know, out of the municipality's profile as it holds on the day. */
export const profileContexts = (choice: ProfileChoice): ContextSource => ({
  contextOf(municipality, nowMs, actor) {
    const profile = profileOf(municipality, choice);
    const today = dateOfMs(nowMs);
    return { nowMs, today, calendar: calendarOf(profile, today), rules: rulesOf(profile, today), actor };
  },
});
