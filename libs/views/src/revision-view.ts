import type { Int } from './record-view.ts';

/** Moves with everything that happens in a record. */
export interface RevisionView {
  readonly seq: Int;
}
