import type { Stage } from '#libs/domain';

/** The stages in the order a case passes them; 中断 and 助言・後方支援 lie beside. */
export const mainStages: readonly Stage[] = [
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
  'followUp',
  'closed',
];

/** Where a stage lies as seen from the stage a case is in: `past` only where it has been. What it skipped lies beside the way, as what is ahead does. */
export function standingOf(stage: Stage, current: Stage, passed: readonly Stage[]): 'past' | 'now' | 'ahead' {
  if (stage === current) return 'now';
  // 中断 comes out of the evaluation, 助言 out of the つなぎ.
  const seenFrom = current === 'interrupted' ? 'followUp' : current === 'advised' ? 'accepted' : current;
  return passed.includes(stage) && mainStages.indexOf(stage) < mainStages.indexOf(seenFrom) ? 'past' : 'ahead';
}
