import type { RecordRef } from '#libs/contracts';
import { movesByItself, nextStep, type KeptState, type RecordDefinition } from '#libs/domain';
import { BoardRow } from '../entities/board-row.entity.ts';
import { ObligationRow } from '../entities/obligation.entity.ts';
import { instant } from '../write/row-statements.ts';
import { rowsOf, type TableRows } from './diff.ts';
import type { Projection } from './projection.ts';

/** What my-work reads: the open obligations, each with its next ladder step and, for the 担当者, the person. */
export function obligationRows(ref: RecordRef, state: KeptState, projection: Projection): TableRows {
  const inCharge = projection.personInCharge(state);
  return rowsOf(
    ObligationRow,
    Object.values(state.obligations).map((obligation) => {
      const { key, kind, holder, blocking, askedOn, dueOn, dueAtMs } = obligation;
      const step = nextStep(obligation);
      return {
        municipalityId: ref.municipality,
        recordId: ref.id,
        key,
        kind,
        agency: holder.agency,
        post: holder.post,
        membershipId:
          holder.post === 'personInCharge' && inCharge?.agency === holder.agency ? inCharge.membershipId : null,
        blocking,
        askedOn,
        askedBy: obligation.askedBy ?? null,
        dueOn,
        dueAt: instant(dueAtMs),
        nextStep: step?.step ?? null,
        nextStepOn: step?.on ?? null,
        nextStepAt: step ? instant(step.atMs) : null,
        about: obligation.about ?? null,
      };
    }),
  );
}

/** The record's line on the board: where it stands and the one cause why it does not move, or will not from `stallFrom` on. */
export function boardRow(
  ref: RecordRef,
  state: KeptState,
  projection: Projection,
  definition: RecordDefinition,
): TableRows {
  const stall = definition.stall(state);
  return rowsOf(BoardRow, [
    {
      municipalityId: ref.municipality,
      recordId: ref.id,
      kind: ref.kind,
      ...projection.boardLine(state),
      stallCause: stall?.cause ?? null,
      stallKey: stall?.key ?? null,
      stallFrom: stall ? instant(stall.fromMs) : null,
      stallSince: stall?.since ?? null,
      isVacant: stall?.cause === 'personInChargeVacant',
      lateFrom: lateFrom(state),
      sortSince: stall?.since ?? 'infinity',
      dueOn: stall?.dueOn ?? null,
      holderAgency: stall?.holder?.agency ?? null,
      holderPost: stall?.holder?.post ?? null,
      isOpen: definition.isOpen(state),
    },
  ]);
}

/** What the system itself will do, or what only waits for its day, makes nobody late. */
function lateFrom(state: KeptState): string | null {
  const owed = Object.values(state.obligations).filter((obligation) => !movesByItself(obligation));
  return owed.length === 0 ? null : instant(Math.min(...owed.map(({ dueAtMs }) => dueAtMs)));
}
