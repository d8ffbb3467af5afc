/** Stages of a case (glossary.md). 支援会議での検討 is a track beside them, never a stage. */
export const stages = [
  'intake',
  'screening',
  'handoff',
  'accepted',
  'assessment',
  'planning',
  'adequacyReview',
  'decision',
  'support',
  'evaluation',
  'interrupted',
  'followUp',
  'closed',
  'advised',
] as const;
export type Stage = (typeof stages)[number];

/** Where an event leaves a case; `null`: it stays where it is. */
export const atStage = (state: { readonly stage: Stage }, stage: Stage | null): Stage => stage ?? state.stage;

/** 終結, 助言・後方支援: true from `followUp` on, and for `advised`. */
export const isEnded = (stage: Stage): boolean => stage === 'followUp' || stage === 'closed' || stage === 'advised';
/** No date is live any more. */
export const isClosed = (stage: Stage): boolean => stage === 'closed' || stage === 'advised';
/** Stages of the main line that need a consent. */
export const onMainLine = (stage: Stage): boolean => mainLine.has(stage);
const mainLine: ReadonlySet<Stage> = new Set([
  'assessment',
  'planning',
  'adequacyReview',
  'decision',
  'support',
  'evaluation',
]);
