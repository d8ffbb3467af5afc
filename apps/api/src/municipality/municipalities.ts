import { dateOfMs } from '#libs/calendar';
import type { Actor, Context } from '#libs/domain';
import type { Clock, ContextSource } from '#libs/persistence';
import { calendarOf, profileOf, rulesOf, type Profile } from '#libs/profiles';

/** A municipality on the day of the question, as values. */
export interface MunicipalityToday extends Omit<Context, 'actor'> {
  readonly profile: Profile;
}

/** Profiles and calendars of the municipalities, as they hold on a day; what the executor decides with and what views show are the same. */
export class Municipalities implements ContextSource {
  readonly #demo: boolean;
  readonly #clock: Clock;
  readonly #profiles = new Map<string, Profile>();

  constructor(demo: boolean, clock: Clock) {
    this.#demo = demo;
    this.#clock = clock;
  }

  contextOf(municipality: string, nowMs: number, actor: Actor): Context {
    const { today, calendar, rules } = this.#at(municipality, nowMs);
    return { nowMs, today, calendar, rules, actor };
  }

  /** For views: commands take their now inside the transaction, pages may take it from the process. */
  today(municipality: string): MunicipalityToday {
    return this.#at(municipality, this.#clock.nowMs(Date.now()));
  }

  #at(municipality: string, nowMs: number): MunicipalityToday {
    const profile = this.#profileOf(municipality);
    const today = dateOfMs(nowMs);
    return { nowMs, today, profile, calendar: calendarOf(profile, today), rules: rulesOf(profile, today) };
  }

  #profileOf(municipality: string): Profile {
    const known = this.#profiles.get(municipality);
    if (known) return known;
    const profile = profileOf(municipality, { demo: this.#demo });
    this.#profiles.set(municipality, profile);
    return profile;
  }
}
