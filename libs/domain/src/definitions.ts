import type { RecordKind } from '#libs/contracts';
import { supportCaseDefinition } from './case/support-case.ts';
import type { RecordDefinition } from './record/definition.ts';
import { sittingDefinition } from './sitting/sitting.ts';

// The executor hands each definition only what belongs to its kind; TypeScript cannot say so of a map over kinds.
const definitions = { 'support-case': supportCaseDefinition, sitting: sittingDefinition } as unknown as Readonly<
  Record<RecordKind, RecordDefinition>
>;

/** The rules of a kind of record: a new kind is a new entry here. */
export const definitionOf = (kind: RecordKind): RecordDefinition => definitions[kind];
