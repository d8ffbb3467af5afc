import { recordOfUnits } from '../record/record-of-units.ts';
import { sheetExpired } from './assessment/sheets.ts';
import { caseBeginnings, caseCommands, caseEvents } from './case-registry.ts';
import { caseExpectations } from './case-expectations.ts';
import { caseLeaving } from './case-leaving.ts';
import { caseStanding, isOver } from './case-standing.ts';
import type { CaseState } from './case-state.ts';
import { activeAgencies, trackIsLive } from './consent-scope.ts';
import { currentPlan } from './current-plan.ts';
import { handoffExpired } from './handoff/unanswered-handoff.ts';
import { caseCalls } from './keeping/keep-case.ts';
import { evaluationDue } from './support/evaluation.ts';
import { monitoringDue } from './support/monitoring.ts';

/** ケース as the executor knows it. */
export const supportCaseDefinition = recordOfUnits({
  kind: 'support-case',
  // 4: the stages that were passed; whom a つなぎ is about, who said no to whom; who has to be told by phone.
  // 5: what was asked of the secretariat; the seats on an item.
  // 6: with which event seats ended and items were decided.
  shape: 6,
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
  calls: caseCalls,
  expectations: caseExpectations,
  standing: caseStanding,
  isOpen: (state: CaseState) => !isOver(state),
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
