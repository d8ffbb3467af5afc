import type { Stage } from './stage.ts';

/** Every stage a case may move to, and by which events: what is not written here is an illegal jump (R10). */
export const legalMoves: Readonly<Record<Stage, Partial<Readonly<Record<Stage, readonly string[]>>>>> = {
  intake: { screening: ['case-screened'], closed: ['case-screened'] },
  screening: { handoff: ['handoff-sent'] },
  handoff: {
    screening: ['handoff-declined', 'handoff-withdrawn'],
    accepted: ['handoff-accepted'],
    assessment: ['handoff-accepted'],
    advised: ['handoff-advised'],
  },
  accepted: { assessment: ['main-line-joined'] },
  assessment: { planning: ['planning-begun'] },
  planning: { adequacyReview: ['plan-explained'] },
  adequacyReview: { planning: ['plan-reviewed'], assessment: ['plan-reviewed'], decision: ['plan-reviewed'] },
  decision: { support: ['support-decided'] },
  support: { evaluation: ['evaluation-begun'] },
  evaluation: {
    support: ['support-continued'],
    assessment: ['replan-begun'],
    interrupted: ['support-interrupted'],
    followUp: ['support-ended'],
  },
  interrupted: {
    support: ['support-resumed'],
    evaluation: ['evaluation-begun'],
    assessment: ['replan-begun'],
    followUp: ['support-ended'],
  },
  followUp: {
    closed: ['case-closed'],
    screening: ['case-reopened'],
    accepted: ['case-reopened'],
    assessment: ['case-reopened'],
  },
  closed: { screening: ['case-reopened'], accepted: ['case-reopened'], assessment: ['case-reopened'] },
  advised: { screening: ['case-reopened'] },
};
