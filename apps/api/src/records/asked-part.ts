import type { IsoDate } from '#libs/calendar';
import type { Actor, KeptState, MunicipalityRules } from '#libs/domain';

/** A part of a record, and who asks what stands in it. */
export interface AskedPart<S extends KeptState = KeptState> {
  readonly viewer: Actor;
  readonly state: S;
  readonly rules: MunicipalityRules;
  readonly today: IsoDate;
  /** `item/<id>`, `consent/<id>`, `stage` … */
  readonly part: string;
}

/** May this viewer read the text of that id? */
export type IsReadable = (textId: string) => boolean;
