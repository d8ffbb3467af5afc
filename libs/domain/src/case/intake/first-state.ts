import type { IsoDate } from '#libs/calendar';
import type { CaseState } from '../case-state.ts';

/** What every log of a case begins with. */
export interface FirstFact {
  readonly municipality: string;
  readonly id: string;
  readonly caseNumber: string;
  readonly on: IsoDate;
}

type Differing =
  'stage' | 'urgent' | 'intake' | 'persons' | 'leadAgency' | 'personInCharge' | 'participants' | keyof FirstFact;

const untouched: Omit<CaseState, Differing | 'openedOn'> = {
  seq: 0,
  obligations: {},
  parts: {},
  calls: [],
  passed: [],
  round: 1,
  vacancies: 0,
  handoffs: [],
  track: { state: 'none', candidacies: 0, nextReviewOn: null, reviews: 0, outreach: null },
  placements: [],
  meetingRequests: [],
  droppedPlacements: [],
  contacts: [],
  monitoringEntries: [],
  tasks: [],
  sheets: [],
  assessments: 0,
  sheetsAsked: 0,
  plans: [],
  reviewAsked: false,
  approvalAsked: false,
  supportSince: null,
  monitoring: { rounds: 0, open: false, nextOn: null, due: false, entries: 0 },
  evaluation: { n: 1, dueOn: null, due: false, record: null },
  ending: null,
  interruption: null,
  followUps: [],
  withdrawals: [],
  closedReason: null,
  past: {
    mainHandoffs: [],
    seats: {},
    consulted: [],
    disposed: {},
    onTrack: 0,
    outreaches: 0,
    planReviews: 0,
    withdrawals: 0,
  },
};

/** The state a log begins with. */
export const begunCase = (
  { municipality, id, caseNumber, on }: FirstFact,
  differing: Pick<CaseState, Exclude<Differing, keyof FirstFact>>,
): CaseState => ({ ...untouched, municipality, id, caseNumber, openedOn: on, ...differing });
