import type { ConsentStatus, ProgrammeStatus, SittingStage, Stage } from '#libs/domain';

/** Words of glossary.md for what a sentence has to name. */
const caseStageLabels: Readonly<Record<Stage, string>> = {
  intake: '相談受付',
  screening: 'スクリーニング',
  handoff: 'つなぎ待ち',
  accepted: '受理',
  assessment: 'アセスメント',
  planning: 'プラン案',
  adequacyReview: '適切性の協議',
  decision: '支援決定待ち',
  support: '支援中',
  evaluation: '評価',
  interrupted: '中断',
  followUp: '終結後フォロー',
  closed: '終了',
  advised: '助言・後方支援',
};

const sittingStageLabels: Readonly<Record<SittingStage, string>> = {
  preparing: '準備中',
  called: '通知済み',
  held: '開催済み',
  closed: '終わった会議',
  cancelled: '取りやめ',
};

export const stageLabels: Readonly<Record<string, string>> = { ...caseStageLabels, ...sittingStageLabels };

export const programmeStatusLabels: Readonly<Record<string, string>> = {
  implementing: '本実施',
  preparing: '移行準備',
  notImplementing: '未実施',
} satisfies Record<ProgrammeStatus, string>;

export const consentStatusLabels: Readonly<Record<string, string>> = {
  unconfirmed: '未確認',
  given: '同意あり',
  refused: '拒否',
  withdrawn: '撤回',
} satisfies Record<ConsentStatus, string>;
