import type { RecordKind } from '#libs/contracts';
import type { AnyCaseCommand, caseCommands, CaseEvent } from './case/case-registry.ts';
import { supportCaseDefinition } from './case/support-case.ts';
import type { OfferedType } from './command/offered.ts';
import type { RecordDefinition } from './record/definition.ts';
import type { RecordEvent } from './record/record-events.ts';
import type { AnySittingCommand, sittingCommands, SittingEvent } from './sitting/sitting-registry.ts';
import { sittingDefinition } from './sitting/sitting.ts';

const definitions = {
  'support-case': supportCaseDefinition,
  sitting: sittingDefinition,
} as const satisfies Record<RecordKind, unknown>;

/** The state of a record of that kind. */
export type StateOf<K extends RecordKind> = ReturnType<(typeof definitions)[K]['apply']>;

/** The rules of a kind of record: a new kind is a new entry here. The executor hands each only what belongs to its kind; TypeScript cannot say so. */
export const definitionOf = (kind: RecordKind): RecordDefinition => definitions[kind] as unknown as RecordDefinition;

type Commands = typeof caseCommands & typeof sittingCommands;

/** Every command there is, of people, of workflows, of the clock, and those that follow from another record. */
export type CommandType = (AnyCaseCommand | AnySittingCommand)['type'];
/** The commands that a page of a record can offer: those that people give. */
export type OfferedCommand = OfferedType<Commands[keyof Commands]>;
/** The types of all facts there are. */
export type EventType = (CaseEvent | SittingEvent | RecordEvent)['type'];
