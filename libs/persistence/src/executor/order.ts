import type { AccessCode } from '#libs/access';
import type { RecordRef, SentStanding } from '#libs/contracts';
import type { Actor, Refusal } from '#libs/domain';

/** Content that a command names by its id; kept encrypted, apart from the log. */
export interface GivenText {
  readonly id: string;
  /** What kind of text it is: `person-name`, `story` … */
  readonly slot: string;
  readonly content: string;
}

/** One command to one record, with all that the commit needs to know. */
export interface ExecuteOrder {
  readonly ref: RecordRef;
  /** A command of libs/domain. `caseNumber` of a beginning is given by the executor, whatever stands there. */
  readonly command: { readonly type: string };
  /**
   * Chosen by the client (UUID, of version 7 if it can) or derived by the workflow; at most 200 characters. A repeat returns the stored
   * answer, and after a long time is refused as `command.expired` (docs/decisions/0009). Ids that the server makes anew for every
   * request, and the ids of texts, may differ between repeats.
   */
  readonly commandId: string;
  /** Version of the part that the command changes, as its giver saw it. */
  readonly expects?: number;
  readonly actor: Actor;
  /** Every text id in the command is among these or exists in a record that the command touches. */
  readonly texts?: readonly GivenText[];
}

export interface Done {
  readonly kind: 'done';
  readonly ref: RecordRef;
  readonly seq: number;
  /** Versions of the parts that the command changed. */
  readonly parts: Readonly<Record<string, number>>;
  /** Where the record stands now. */
  readonly standing: SentStanding;
  /** The command had been carried out before; `seq` and `parts` are what was answered then. */
  readonly repeated: boolean;
}

export type Answer =
  | Done
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stale'; readonly part: string; readonly version: number; readonly yours: number }
  | { readonly kind: 'forbidden'; readonly code: AccessCode };
