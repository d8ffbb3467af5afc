import type { CaseStanding } from '#libs/contracts';
import type { Effect } from './scripted-record.ts';
import type { Scenario } from './scenario.ts';

/** A case just received, with nothing decided yet. */
export const newCase: CaseStanding = {
  seq: 1,
  closed: false,
  nextDueAtMs: null,
  stage: 'intake',
  round: 0,
  ended: false,
  screened: false,
  handoff: { state: 'none', answers: 0, declines: 0, expired: false },
  declinesBeforeMeeting: 2,
  proposedForSupportMeeting: false,
  consented: false,
  assessment: { asked: false, missing: 0, finished: false },
  planning: { applied: false, reviewAsked: false, reviewPlaced: false, review: 'none', reviews: 0 },
  decision: { asked: false, drafted: false, decided: false },
  support: {
    rolesTold: false,
    monitoringDue: false,
    monitoringRounds: 0,
    evaluationDue: false,
    evaluating: false,
    interrupted: false,
  },
  followUpsLeft: 2,
  withdrawals: { untold: 0, unconfirmed: 0 },
};

/** What each command of the workflow does to a case that has two agencies to ask. */
export const caseEffects: Readonly<Record<string, Effect<CaseStanding>>> = {
  'propose-for-support-meeting': () => ({ proposedForSupportMeeting: true }),
  'ask-for-sheets': () => ({ assessment: { asked: true, missing: 2 } }),
  'begin-planning': () => ({ assessment: { finished: true } }),
  'ask-for-review': () => ({ planning: { reviewAsked: true } }),
  'ask-for-approval': () => ({ decision: { asked: true } }),
  'tell-roles': () => ({ support: { rolesTold: true } }),
  'ask-for-monitoring': () => ({ support: { monitoringDue: false } }),
  'begin-evaluation': () => ({ support: { evaluating: true } }),
  'tell-recipients-of-withdrawal': (s) => ({
    withdrawals: { untold: 0, unconfirmed: s.withdrawals.unconfirmed + s.withdrawals.untold },
  }),
  'close-case': () => ({ closed: true, stage: 'closed', nextDueAtMs: null }),
};

const accepted = { screened: true, handoff: { state: 'accepted', answers: 1 } } as const;
const consented = {
  ...newCase,
  ...accepted,
  handoff: { ...newCase.handoff, ...accepted.handoff },
  consented: true,
  round: 1,
};
const inPlanning: CaseStanding = { ...consented, assessment: { asked: true, missing: 0, finished: true } };
const inSupport: CaseStanding = {
  ...inPlanning,
  planning: { applied: true, reviewAsked: true, reviewPlaced: false, review: 'adequate', reviews: 1 },
  decision: { asked: true, drafted: true, decided: true },
  support: { ...newCase.support, rolesTold: true },
};
const newRound = {
  assessment: { asked: false, missing: 0, finished: false },
  planning: { applied: false, reviewAsked: false, reviewPlaced: false, review: 'none' },
  decision: { asked: false, drafted: false, decided: false },
  support: { rolesTold: false, evaluationDue: false, evaluating: false },
} as const;

/** What happens to cases, and the commands their workflow gives at each step: every line of the procedures is needed by one of them. */
export const caseScenarios: readonly Scenario<CaseStanding>[] = [
  {
    title: '[R10] carries a case from 相談受付 to 閉, asking for each thing once and in its turn',
    start: newCase,
    steps: [
      { move: { screened: true, stage: 'screening' } },
      { move: { handoff: { state: 'awaiting' }, stage: 'handoff' } },
      { move: { handoff: { state: 'accepted', answers: 1 }, stage: 'accepted' } },
      { move: { consented: true, round: 1, stage: 'assessment' }, gives: ['ask-for-sheets'] },
      { move: { assessment: { missing: 1 } } },
      { move: { assessment: { missing: 0 } }, gives: ['begin-planning'] },
      { move: { planning: { applied: true } }, gives: ['ask-for-review'] },
      { move: { planning: { reviewPlaced: true } } },
      {
        move: { planning: { review: 'adequate', reviews: 1, reviewPlaced: false }, stage: 'decision' },
        gives: ['ask-for-approval'],
      },
      { move: { decision: { drafted: true } } },
      { move: { decision: { decided: true }, stage: 'support' }, gives: ['tell-roles'] },
      { move: { support: { monitoringDue: true } }, gives: ['ask-for-monitoring'] },
      { move: { support: { monitoringRounds: 1 } } },
      { move: { support: { monitoringDue: true } }, gives: ['ask-for-monitoring'] },
      { move: { support: { evaluationDue: true } }, gives: ['begin-evaluation'] },
      { move: { ended: true, stage: 'followUp' } },
      { move: { followUpsLeft: 1 } },
      { move: { followUpsLeft: 0 }, gives: ['close-case'] },
    ],
  },
  {
    title: '[R10] asks nothing of a reopened case before it is judged again, whatever was refused before',
    start: { ...newCase, handoff: { state: 'none', answers: 2, declines: 2, expired: false } },
    steps: [{ move: { stage: 'screening' } }, { move: { screened: true }, gives: ['propose-for-support-meeting'] }],
  },
  {
    title: '[R12] puts the case before the chair after the second refusal and after silence, once each time',
    start: { ...newCase, screened: true, handoff: { ...newCase.handoff, state: 'awaiting' } },
    steps: [
      { move: { handoff: { state: 'declined', answers: 1, declines: 1 } } },
      { move: { handoff: { state: 'awaiting' } } },
      { move: { handoff: { state: 'declined', answers: 2, declines: 2 } }, gives: ['propose-for-support-meeting'] },
      { move: { handoff: { state: 'awaiting' } } },
      {
        move: { handoff: { expired: true }, proposedForSupportMeeting: false },
        gives: ['propose-for-support-meeting'],
      },
      {
        move: { handoff: { state: 'accepted', answers: 3, expired: false }, consented: true },
        gives: ['ask-for-sheets'],
      },
    ],
  },
  {
    title: '[R12] shares nothing before the receiver has accepted, although the person consents',
    start: { ...newCase, screened: true, consented: true, handoff: { ...newCase.handoff, state: 'awaiting' } },
    steps: [{ move: { seq: 2 } }, { move: { handoff: { state: 'accepted', answers: 1 } }, gives: ['ask-for-sheets'] }],
  },
  {
    title: '[R45] takes a condition back to the person and やり直し back to the assessment',
    start: inPlanning,
    steps: [
      { move: { planning: { applied: true } }, gives: ['ask-for-review'] },
      { move: { planning: { review: 'conditional', reviews: 1, applied: false, reviewAsked: false } } },
      { move: { planning: { review: 'none', applied: true } }, gives: ['ask-for-review'] },
      { move: { ...newRound, planning: { ...newRound.planning, reviews: 2 }, round: 2 }, gives: ['ask-for-sheets'] },
      { move: { assessment: { finished: true } } },
      { move: { planning: { applied: true } }, gives: ['ask-for-review'] },
    ],
  },
  {
    title: '[R7] tells the recipients of a withdrawn consent, shares nothing meanwhile, and closes after their word',
    start: inSupport,
    steps: [
      { move: { consented: false, withdrawals: { untold: 2 } }, gives: ['tell-recipients-of-withdrawal'] },
      { move: { support: { rolesTold: false } } },
      { move: { ended: true, followUpsLeft: 0 } },
      { move: { withdrawals: { unconfirmed: 1 } } },
      { move: { withdrawals: { unconfirmed: 0 } }, gives: ['close-case'] },
    ],
  },
  {
    title: '[R10] begins a new round at a re-plan and asks for nothing while 中断',
    start: inSupport,
    steps: [
      { move: { support: { interrupted: true } } },
      { move: { support: { monitoringDue: true } } },
      { move: { support: { interrupted: false } }, gives: ['ask-for-monitoring'] },
      { move: { support: { evaluationDue: true } }, gives: ['begin-evaluation'] },
      { move: { ...newRound, round: 2, stage: 'assessment' }, gives: ['ask-for-sheets'] },
    ],
  },
  {
    title: '[R15] closes a case that ended on the 支援会議 track without ever being accepted',
    start: { ...newCase, screened: true },
    steps: [{ move: { ended: true, followUpsLeft: 0 }, gives: ['close-case'] }],
  },
];
