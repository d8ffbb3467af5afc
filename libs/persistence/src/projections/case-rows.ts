import type { CaseState } from '#libs/domain';
import { ConsentRow } from '../entities/consent.entity.ts';
import { HandoffRow } from '../entities/handoff.entity.ts';
import { PersonRow } from '../entities/person.entity.ts';
import { PlanRow } from '../entities/plan.entity.ts';
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
    rowsOf(
      PersonRow,
      state.persons.map(({ id, role, relation, birthYear, nameText, track }, place) => ({
        ...of,
        id,
        place,
        role,
        relation,
        birthYear,
        nameText,
        track,
      })),
    ),
    rowsOf(
      ConsentRow,
      state.persons.map(({ id, consent }) => ({
        ...of,
        personId: id,
        status: consent.status,
        statedOn: consent.on,
        method: consent.method,
        agencies: consent.agencies,
        purposes: consent.purposes,
        itemClasses: consent.itemClasses,
        takenBy: consent.takenBy,
        representativeGround: consent.representative?.ground ?? null,
        reviewOn: consent.reviewOn,
      })),
    ),
    rowsOf(
      HandoffRow,
      state.handoffs.map(
        ({ id, main, purpose, from, to, sentOn, state: stands, expired, answeredOn, reason, suggestion }) => ({
          ...of,
          id,
          isMain: main,
          purpose,
          fromAgency: from,
          toAgency: to,
          sentOn,
          state: stands,
          expired,
          answeredOn,
          reason,
          suggestion,
        }),
      ),
    ),
    rowsOf(
      PlanRow,
      state.plans.map(
        ({ id, kind, round, draft, owner, startsOn, endsOn, appliedOn, review, state: stands, decision }) => ({
          ...of,
          id,
          kind,
          round,
          draft,
          ownerAgency: owner,
          startsOn,
          endsOn,
          appliedOn,
          review,
          state: stands,
          decidedOn: decision?.decidedOn ?? null,
          decidedBy: decision?.membershipId ?? null,
        }),
      ),
    ),
  ];
}
