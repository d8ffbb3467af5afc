import type { RecordRef } from '#libs/contracts';
import { nextStep, type CaseState, type KeptState, type RecordDefinition, type SittingState } from '#libs/domain';
import { BoardRow } from '../entities/board-row.entity.ts';
import { ObligationRow } from '../entities/obligation.entity.ts';
import { instant } from '../write/row-statements.ts';
import { rowsOf, type TableRows } from './diff.ts';

/** What my-work reads: the open obligations, each with its next ladder step and, for the 担当者, the person. */
export function obligationRows(ref: RecordRef, state: KeptState): TableRows {
  const inCharge = ref.kind === 'support-case' ? (state as CaseState).personInCharge : undefined;
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
export function boardRow(ref: RecordRef, state: KeptState, definition: RecordDefinition): TableRows {
  const stall = definition.stall(state);
  return rowsOf(BoardRow, [
    {
      municipalityId: ref.municipality,
      recordId: ref.id,
      kind: ref.kind,
      ...standsAt(ref, state),
      stallCause: stall?.cause ?? null,
      stallKey: stall?.key ?? null,
      stallFrom: stall ? instant(stall.fromMs) : null,
      stallSince: stall?.since ?? null,
      dueOn: stall?.dueOn ?? null,
      holderAgency: stall?.holder?.agency ?? null,
      holderPost: stall?.holder?.post ?? null,
      isOpen: definition.isOpen(state),
    },
  ]);
}

function standsAt(
  ref: RecordRef,
  state: KeptState,
): Pick<BoardRow, 'number' | 'stage' | 'track' | 'urgent' | 'leadAgency' | 'personInCharge' | 'openedOn'> {
  if (ref.kind === 'sitting') {
    const { ordinal, stage, openedOn } = state as SittingState;
    return {
      number: String(ordinal),
      stage,
      track: null,
      urgent: false,
      leadAgency: null,
      personInCharge: null,
      openedOn,
    };
  }
  const { caseNumber, stage, track, urgent, leadAgency, personInCharge, openedOn } = state as CaseState;
  return {
    number: caseNumber,
    stage,
    track: track.state,
    urgent,
    leadAgency,
    personInCharge: personInCharge.membershipId,
    openedOn,
  };
}
