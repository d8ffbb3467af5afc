import type { KeptState } from '#libs/domain';
import type { BoardRow } from '../entities/board-row.entity.ts';
import type { TableRows } from './diff.ts';

/** Where a record stands on the board. */
type BoardLine = Pick<BoardRow, 'number' | 'stage' | 'track' | 'urgent' | 'leadAgency' | 'personInCharge' | 'openedOn'>;

/** What the tables hold of a kind of record, from its state. */
export interface Projection<S extends KeptState = KeptState> {
  /** The rows of its own tables. `hashOfLink` gives the hash under which an invitation's reply link is looked up. */
  rows(state: S, isOpen: boolean, hashOfLink: (invitationId: string) => Buffer): readonly TableRows[];
  boardLine(state: S): BoardLine;
  /** The 担当者, to whom what is owed by `personInCharge` belongs; nothing where a kind has none. */
  personInCharge(state: S): { readonly agency: string; readonly membershipId: string | null } | undefined;
}
