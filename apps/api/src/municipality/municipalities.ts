import { dateOfMs } from '#libs/calendar';
import type { Context } from '#libs/domain';
import type { Clock } from '#libs/persistence';
import { calendarOf, profileOf, rulesOf, type Profile } from '#libs/profiles';

/** A municipality on the day of the question, as values. */
export interface MunicipalityToday extends Omit<Context, 'actor'> {
  readonly profile: Profile;
}

/** Profiles and calendars of the municipalities as views need them: the same that the executor decides with. */
export class Municipalities {
  readonly #demo: boolean;
  readonly #clock: Clock;

  constructor(demo: boolean, clock: Clock) {
    this.#demo = demo;
    this.#clock = clock;
  }

  /** Commands take their now inside the transaction; for looking at a page the clock of the process is good enough. */
  today(municipality: string): MunicipalityToday {
    const nowMs = this.#clock.nowMs(Date.now());
    const profile = profileOf(municipality, { demo: this.#demo });
    const today = dateOfMs(nowMs);
    return { nowMs, today, profile, calendar: calendarOf(profile, today), rules: rulesOf(profile, today) };
  }
}
