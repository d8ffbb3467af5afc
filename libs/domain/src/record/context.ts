import type { IsoDate, OfficeCalendar } from '#libs/calendar';
import type { AgencyCode, MunicipalityRules } from '../rules/municipality-rules.ts';
import type { SittingInOrder } from '../sitting/ordinal.ts';
import type { Actor } from './actor.ts';
import type { KeptState } from './keeping.ts';
import type { RefusalCode } from './refusal-codes.ts';

/** All that a decision may know besides the state: values only. `nowMs` is epoch ms, `today` its date in Asia/Tokyo. */
export interface Context {
  readonly nowMs: number;
  readonly today: IsoDate;
  readonly calendar: OfficeCalendar;
  readonly rules: MunicipalityRules;
  readonly actor: Actor;
  /** Who works where; there when the command's unit looks at members. */
  readonly members?: readonly { readonly membershipId: string; readonly agency: AgencyCode }[];
  /** The sittings of the same body in the same 年度, itself and others among them; there when the command's unit looks at siblings. */
  readonly siblings?: readonly SittingInOrder[];
  /** All records that the order touches, by id, as they stand; there for `refusal` and `decide`. */
  readonly others?: ReadonlyMap<string, KeptState>;
}

/** Why a command may not happen now. `code` picks the Japanese sentence, `params` are ids, codes and dates for it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Tells a refusal from what was likely: no command has a field `code`. */
export const isRefusal = (value: object): value is Refusal => 'code' in value;

export const refuse = (code: RefusalCode, params?: Refusal['params']): Refusal =>
  params ? { code, params } : { code };
