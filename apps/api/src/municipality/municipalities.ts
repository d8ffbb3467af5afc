import { dateOfMs } from '#libs/calendar';
import type { Context } from '#libs/domain';
import { databaseNowMs, type Clock } from '#libs/persistence';
import { calendarOf, profileOf, rulesOf, type Profile } from '#libs/profiles';
import type { DataSource } from 'typeorm';

/** A municipality on the day of the question, as values. */
export interface MunicipalityToday extends Omit<Context, 'actor'> {
  readonly profile: Profile;
}

/** Profiles and calendars of the municipalities as views need them: the same that the executor decides with. */
export class Municipalities {
  readonly #app: DataSource;
  readonly #demo: boolean;
  readonly #clock: Clock;

  constructor(app: DataSource, demo: boolean, clock: Clock) {
    this.#app = app;
    this.#demo = demo;
    this.#clock = clock;
  }

  /** Commands take their now inside the transaction; looking at a page goes by the same clock, as the database last told it. */
  today(municipality: string): MunicipalityToday {
    const nowMs = this.#clock.nowMs(databaseNowMs(this.#app));
    const profile = profileOf(municipality, { demo: this.#demo });
    const today = dateOfMs(nowMs);
    return { nowMs, today, profile, calendar: calendarOf(profile, today), rules: rulesOf(profile, today) };
  }
}
