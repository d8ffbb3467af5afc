import type { RecordKind } from '#libs/contracts';
import type { KeptState, StateOf } from '#libs/domain';
import { caseGrounds } from './case-grounds.ts';
import type { RecordGrounds } from './record-grounds.ts';
import { sittingGrounds } from './sitting-grounds.ts';

/** A record as it stands; at its beginning there is no state. */
export interface AccessRecord {
  readonly kind: RecordKind;
  readonly state: KeptState | undefined;
}

/** A new kind of record is a new entry here. */
const grounds: { readonly [K in RecordKind]: RecordGrounds<StateOf<K>> } = {
  'support-case': caseGrounds,
  sitting: sittingGrounds,
};

export const groundsOf = (kind: RecordKind): RecordGrounds => grounds[kind];
