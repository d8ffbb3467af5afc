import type { SittingState } from '#libs/domain';
import { AgendaItemRow } from '../entities/agenda-item.entity.ts';
import { InvitationRow } from '../entities/invitation.entity.ts';
import { SittingRow } from '../entities/sitting.entity.ts';
import { bytes, instant } from '../write/row-statements.ts';
import { rowsOf, type TableRows } from './diff.ts';
import type { Projection } from './projection.ts';

/** What the tables hold of a sitting. */
export const sittingProjection: Projection<SittingState> = {
  rows: sittingRows,
  boardLine: ({ stage, openedOn }) => ({
    // 第n回 moves with the others of its body: lists ask for it.
    number: '',
    stage,
    track: null,
    urgent: false,
    leadAgency: null,
    personInCharge: null,
    openedOn,
  }),
  personInCharge: () => undefined,
};

function sittingRows(
  state: SittingState,
  isOpen: boolean,
  hashOfLink: (invitationId: string) => Buffer,
): readonly TableRows[] {
  const of = { municipalityId: state.municipality, recordId: state.id };
  const { body, kind, ordinal, stage, openedOn, heldOn, startsAt, endsAt, sequence, replyDueOn } = state;
  return [
    rowsOf(SittingRow, [
      { ...of, body, kind, ordinal, stage, openedOn, heldOn, startsAt, endsAt, sequence, replyDueOn, isOpen },
    ]),
    rowsOf(
      AgendaItemRow,
      state.items.map(
        (
          { id, caseId, caseNumber, kind: meeting, legalBasis, purpose, personIds, agencies, frozen, disposition },
          place,
        ) => ({
          ...of,
          id,
          place,
          caseId,
          caseNumber,
          kind: meeting,
          legalBasis,
          purpose,
          personIds,
          agencies,
          frozen,
          result: disposition?.result ?? null,
        }),
      ),
    ),
    rowsOf(
      InvitationRow,
      state.invitations.map(({ id, agency, required, sent, reply, via, late, repliedAtMs, expired }) => ({
        ...of,
        id,
        agency,
        required,
        sent,
        reply,
        via,
        late,
        repliedAt: repliedAtMs === null ? null : instant(repliedAtMs),
        expired,
        tokenHash: bytes(hashOfLink(id)),
      })),
    ),
  ];
}
