import { recordOfUnits } from '../record/record-of-units.ts';
import { sheetExpired } from './assessment/sheets.ts';
import { caseBeginnings, caseCommands, caseEvents } from './case-registry.ts';
import { caseExpectations } from './case-expectations.ts';
import { caseLeaving } from './case-leaving.ts';
import { caseStanding } from './case-standing.ts';
import type { CaseState } from './case-state.ts';
import { activeAgencies, trackIsLive } from './consent-scope.ts';
import { currentPlan } from './current-plan.ts';
import { handoffExpired } from './handoff/unanswered-handoff.ts';
import { isClosed } from './stage.ts';
import { evaluationDue } from './support/evaluation.ts';
import { monitoringDue } from './support/monitoring.ts';

/** ケース as the executor knows it. */
export const supportCaseDefinition = recordOfUnits({
  kind: 'support-case',
  // 4: the stages that were passed; whom a つなぎ is about, and who said no to whom.
  shape: 4,
  beginnings: caseBeginnings,
  commands: caseCommands,
  events: caseEvents,
  passedDates: {
    'handoff-answer': { expiry: handoffExpired },
    sheet: { expiry: sheetExpired },
    'monitoring-round': { start: monitoringDue },
    evaluation: { start: evaluationDue },
  },
  leaving: caseLeaving,
  expectations: caseExpectations,
  standing: caseStanding,
  isOpen: (state: CaseState) => !isClosed(state.stage),
  agencies: (state) => [
    ...new Set([
      state.leadAgency,
      ...activeAgencies(state),
      ...(trackIsLive(state) && state.track.outreach ? [state.track.outreach.agency] : []),
      // What the office owes as the office does not make it one of those who take part.
      ...Object.values(state.obligations).flatMap(({ holder: { agency, post } }) =>
        post === 'manager' || post === 'coordinator' ? [] : [agency],
      ),
      ...(currentPlan(state)?.state === 'decided' ? (currentPlan(state)?.roles ?? []) : []).map(({ agency }) => agency),
    ]),
  ],
});
