import type { IsoDate } from '#libs/calendar';
import type { Actor, KeptState, MunicipalityRules } from '#libs/domain';
import type { Disclosed, StoredRecord, Transaction } from '#libs/persistence';

/** A part of a record, and who asks what stands in it. */
export interface AskedPart<S extends KeptState = KeptState> {
  readonly tx: Transaction;
  readonly viewer: Actor;
  readonly record: StoredRecord<S>;
  readonly rules: MunicipalityRules;
  readonly today: IsoDate;
  /** `item/<id>`, `consent/<id>`, `stage` … */
  readonly part: string;
}

type Contents = Readonly<Record<string, unknown>>;

/** What of a part is for this viewer. */
export interface ReadPart<S extends KeptState = KeptState> {
  /** With what the part is about, also when that has left the state. */
  readonly state: S;
  /** May this viewer read the text of that id? */
  isReadable(textId: string): boolean;
  /** The same contents without what is not for this viewer. */
  shown(contents: Contents): Contents;
  /** What went to whom by showing it with the contents of these texts, under the case of each (R64). */
  disclosures(
    texts: ReadonlySet<string>,
  ): readonly { readonly recordId: string; readonly disclosures: readonly Disclosed[] }[];
}
