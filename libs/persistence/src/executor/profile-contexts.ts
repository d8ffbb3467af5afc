import { dateOfMs } from '#libs/calendar';
import { calendarOf, profileOf, rulesOf, type ProfileChoice } from '#libs/profiles';
import type { Actor, Context } from '#libs/domain';
import type { ContextSource } from './ports.ts';

/** The profiles are files that were read: nothing has to be waited for. */
export interface ProfileContexts extends ContextSource {
  contextOf(municipality: string, nowMs: number, actor: Actor): Context;
}

/** What decisions may know, out of the municipality's profile as it holds on the day. */
export const profileContexts = (choice: ProfileChoice): ProfileContexts => ({
  contextOf(municipality, nowMs, actor) {
    const profile = profileOf(municipality, choice);
    const today = dateOfMs(nowMs);
    return { nowMs, today, calendar: calendarOf(profile, today), rules: rulesOf(profile, today), actor };
  },
});
