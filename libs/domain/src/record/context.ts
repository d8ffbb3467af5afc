import type { IsoDate, OfficeCalendar } from '#libs/calendar';
import type { MunicipalityRules } from '../rules/municipality-rules.ts';
import type { Actor } from './actor.ts';
import type { KeptState } from './keeping.ts';

/** All that a decision may know besides the state: values only. `nowMs` is epoch ms, `today` its date in Asia/Tokyo. */
export interface Context {
  readonly nowMs: number;
  readonly today: IsoDate;
  readonly calendar: OfficeCalendar;
  readonly rules: MunicipalityRules;
  readonly actor: Actor;
  /** The records that the order touches as well, by id, as they stand; not there when a page only asks what it could offer. */
  readonly others?: ReadonlyMap<string, KeptState>;
}

/** Why a command may not happen now. `code` picks the Japanese sentence, `params` are ids, codes and dates for it. */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Tells a refusal from a command. */
export const isRefusal = (value: Refusal | { readonly type: string }): value is Refusal => !('type' in value);

export const refuse = (code: string, params?: Refusal['params']): Refusal => (params ? { code, params } : { code });
