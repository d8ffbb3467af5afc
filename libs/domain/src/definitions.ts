import type { RecordKind } from '#libs/contracts';
import { supportCaseDefinition } from './case/support-case.ts';
import type { RecordDefinition } from './record/definition.ts';
import { sittingDefinition } from './sitting/sitting.ts';

const definitions = {
  'support-case': supportCaseDefinition,
  sitting: sittingDefinition,
} as const satisfies Record<RecordKind, unknown>;

/** The state of a record of that kind. */
export type StateOf<K extends RecordKind> = ReturnType<(typeof definitions)[K]['apply']>;

/** The rules of a kind of record: a new kind is a new entry here. */
// The executor hands each only what belongs to its kind; TypeScript cannot say so of a map over kinds.
export const definitionOf = (kind: RecordKind): RecordDefinition => definitions[kind] as unknown as RecordDefinition;
