import type { CaseState } from '#libs/domain';
import { SupportCaseRow } from '../entities/support-case.entity.ts';
import { rowsOf, type TableRows } from './diff.ts';
import type { Projection } from './projection.ts';

/** What the tables hold of a case. */
export const caseProjection: Projection<CaseState> = {
  rows: caseRows,
  boardLine: ({ caseNumber, stage, track, urgent, leadAgency, personInCharge, openedOn }) => ({
    number: caseNumber,
    stage,
    track: track.state,
    urgent,
    leadAgency,
    personInCharge: personInCharge.membershipId,
    openedOn,
  }),
  personInCharge: (state) => state.personInCharge,
};

function caseRows(state: CaseState, isOpen: boolean): readonly TableRows[] {
  const of = { municipalityId: state.municipality, recordId: state.id };
  return [
    rowsOf(SupportCaseRow, [
      {
        ...of,
        number: state.caseNumber,
        stage: state.stage,
        round: state.round,
        urgent: state.urgent,
        openedOn: state.openedOn,
        leadAgency: state.leadAgency,
        personInChargeAgency: state.personInCharge.agency,
        personInCharge: state.personInCharge.membershipId,
        track: state.track.state,
        intakeVersion: state.intake.version,
        isOpen,
      },
    ]),
  ];
}
