import type { IsoDate } from '#libs/calendar';
import type { Actor, KeptState, MunicipalityRules } from '#libs/domain';

/** A record and who asks for what of it. */
export interface AskedPart<S extends KeptState = KeptState> {
  readonly viewer: Actor;
  readonly state: S;
  readonly rules: MunicipalityRules;
  readonly today: IsoDate;
  /** `item/<id>`, `consent/<id>`, `stage` … */
  readonly part: string;
}

/** What stands in a part now, in the field names of the commands that change it, and which of the texts named there may be read. */
export interface ReadablePart {
  readonly contents: Readonly<Record<string, unknown>>;
  readonly isReadable: (textId: string) => boolean;
}
