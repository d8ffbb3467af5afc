import type { RecordKind } from '#libs/contracts';
import type { KeptState, MunicipalityRules, Refusal, SittingStage, Stage, StateOf } from '#libs/domain';
import { readCasePart, toldOfCase } from '../case/read-case-part.ts';
import { readSittingPart } from '../sitting/read-sitting-part.ts';
import type { AskedPart, ReadPart } from './asked-part.ts';
import { sittingTitle } from './sitting-title.ts';

/** A line of a list in which kinds stand side by side. */
interface Line {
  readonly number: string;
  readonly stage: Stage | SittingStage;
  /** Code of the body that it is a sitting of. */
  readonly body: string | null;
}

/** What the edge must know of a kind of record beside its own pages. */
interface KindAtTheEdge<S extends KeptState = KeptState> {
  /** What of a part this viewer may read; nothing when the part is not theirs to see. */
  readPart(asked: AskedPart<S>): Promise<ReadPart<S> | undefined>;
  /** A refusal as far as this viewer may know why. */
  told(asked: Omit<AskedPart<S>, 'part'>, refusal: Refusal, command: object): Refusal;
  /** Its name beside the number, for a kind that has one. */
  title(line: Line, rules: MunicipalityRules): string | null;
}

/** A new kind of record is a new entry here. */
const kinds: { readonly [K in RecordKind]: KindAtTheEdge<StateOf<K>> } = {
  'support-case': { readPart: readCasePart, told: toldOfCase, title: () => null },
  sitting: {
    readPart: readSittingPart,
    // Who prepares and holds one sees who is on it.
    told: (_asked, refusal) => refusal,
    title: ({ body, number, stage }, rules) =>
      body === null ? null : sittingTitle(rules, { body, ordinal: number, stage: stage as SittingStage }),
  },
};

export const atTheEdge = (kind: RecordKind): KindAtTheEdge => kinds[kind];
