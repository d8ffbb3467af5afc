import type { RecordKind } from './record-ids.ts';
import type { CaseStanding, SittingStanding, Standing } from './standing.ts';

// What is not known asks for nothing: each value alone keeps a procedure from giving a command, until the record is shown whole.

/** A case of which nothing is known. */
const blankCaseStanding: CaseStanding = {
  seq: 0,
  closed: false,
  nextDueAtMs: null,
  stage: '',
  round: 0,
  ended: false,
  screened: false,
  handoff: { state: 'none', answers: 0, declines: 0, expired: false },
  declinesBeforeMeeting: Number.MAX_SAFE_INTEGER,
  proposedForSupportMeeting: true,
  consented: false,
  assessment: { asked: true, missing: 1, finished: false },
  planning: { applied: false, reviewAsked: true, reviewPlaced: true, review: 'none', reviews: 0 },
  decision: { asked: true, drafted: true, decided: false },
  support: {
    rolesTold: true,
    monitoringDue: false,
    monitoringRounds: 0,
    evaluationDue: false,
    evaluating: true,
    interrupted: false,
  },
  followUpsLeft: 1,
  withdrawals: { untold: 0, unconfirmed: 1 },
};

/** A sitting of which nothing is known. */
const blankSittingStanding: SittingStanding = {
  seq: 0,
  closed: false,
  nextDueAtMs: null,
  stage: '',
  called: false,
  uncalled: 0,
  phoneTasksMissing: 0,
  requiredAbsent: 0,
  requiredAbsenceTold: true,
  held: false,
  cancelled: false,
  itemsWithoutDisposition: 1,
};

/** Of each kind of record, the standing of which nothing is known. */
export const blankStandings = {
  'support-case': blankCaseStanding,
  sitting: blankSittingStanding,
} as const satisfies Readonly<Record<RecordKind, Standing>>;
