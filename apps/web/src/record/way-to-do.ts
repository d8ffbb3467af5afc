import type { RecordKind } from '#libs/contracts';
import { obligationTable, type ObligationKind } from '#libs/domain';
import { recordPage } from './record-page.ts';

export interface Owed {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly obligationKind: ObligationKind;
  /** Id of the record's own that it is about: a handoff, a person, an agenda item … */
  readonly about?: string | null | undefined;
}

/** The address at which the thing owed is done: the exact form, already open. */
export function wayToDo({ kind, recordId, obligationKind, about }: Owed): string {
  const page = recordPage(kind, recordId);
  const { door } = obligationTable[obligationKind];
  if ('form' in door) {
    const search = new URLSearchParams({ do: door.form, ...(about ? { target: about } : {}) });
    return `${page}?${search.toString()}`;
  }
  if ('newSitting' in door)
    return `/sittings/new?${new URLSearchParams({ case: recordId, kind: door.newSitting }).toString()}`;
  if ('place' in door) return `${page}#${door.place}`;
  return about ? `/sittings/${about}` : `${page}#meetings`;
}
