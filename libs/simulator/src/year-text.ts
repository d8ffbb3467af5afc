import { stallCauses, type StallCause } from '#libs/domain';
import type { YearIndicator, YearReport } from './town-year.ts';

const causeNames: Readonly<Record<StallCause, string>> = {
  noObligation: '次にすることがない(不具合)',
  personInChargeVacant: '担当者なし',
  itemFrozen: '同意待ち(案件の凍結)',
  consentAwaited: '同意待ち',
  handoffUnanswered: 'つなぎ未応答',
  replyMissing: '出欠未回答',
  requiredAgencyMissing: '必須出席機関の欠席',
  caseSheetMissing: '事前シート未提出',
  noticeUndelivered: '通知未達',
  approvalAwaited: '決裁待ち',
  minutesUnconfirmed: '会議録の確認待ち',
  callOverdue: '開催通知の遅れ',
  holdingUnrecorded: '開催記録の遅れ',
  resultUnrecorded: '協議結果の記録待ち',
  assessmentSheetMissing: 'アセスメントシート未提出',
  taskOverdue: '決定事項の遅れ',
  evaluationOverdue: '評価の遅れ',
  planExpired: 'プランの期限切れ',
  holdExpired: '保留の期限切れ',
  followUpOverdue: 'フォローの遅れ',
};

/** Facts that end a stall, as one says them. */
const endNames: Readonly<Record<string, string>> = {
  'case-screened': 'スクリーニングをした',
  'handoff-sent': 'つないだ',
  'handoff-accepted': '受理された',
  'handoff-declined': '受理されず、つなぎ元へ戻った',
  'handoff-advised': '助言・後方支援で終わった',
  'candidate-raised': '支援会議の候補になった',
  'candidate-confirmed': '会長が候補を決めた',
  'candidate-dismissed': '会長が候補としなかった',
  'consent-recorded': '本人が同意した',
  'main-line-joined': '本人が同意した',
  'placed-on-sitting': '会議の案件になった',
  'disposition-taken': '会議で協議結果が出た',
  'plan-reviewed': '適切性の協議を終えた',
  'sheet-received': 'アセスメントシートが届いた',
  'planning-begun': 'プラン案づくりへ進んだ',
  'plan-drafted': 'プラン案ができた',
  'plan-explained': '本人に説明し、利用申込を受けた',
  'approval-drafted': '起案した',
  'support-decided': '決裁された',
  'monitoring-recorded': 'モニタリングを記録した',
  'evaluation-recorded': '評価を記録した',
  'follow-up-recorded': '終結後フォローをした',
  'task-finished': '決定事項を終えた',
  'track-reviewed': '支援会議での検討を見直した',
  'pre-contact-recorded': '事前調整をした',
  'contact-recorded': '訪問などを記録した',
  'sitting-called': '開催通知を出した',
  'invitation-answered': '回答があった',
  'phone-tasks-opened': '電話のお願いに切り替えた',
  'sitting-held': '開催した',
  'disposition-given': '協議結果を記録した',
  'support-ended': '終結した',
  'support-continued': '支援を続けると決めた',
  'replan-begun': '再プランに進んだ',
  'support-interrupted': '中断した',
  'support-resumed': '再開した',
  'role-acknowledged': '役割を確認した',
  'evaluation-begun': '評価に入った',
};

/** The report as it is printed by `tsunagi year`: targets and actuals, every stall and how it ended. Japanese, plain text. */
export function printYear(report: YearReport): string {
  const { cases, consents, orders, supportMeetings } = report;
  return [
    `${report.municipalityName} ${report.year} のシミュレーション(seed ${report.seed})`,
    `職員と世帯はすべて架空です。各機関がすぐに動くかどうかは仮定です。`,
    '',
    '目標と実績',
    ...report.indicators.map(indicatorLine),
    '',
    `ケース: 前年度から ${cases.carried}件、相談受付 ${cases.opened}件(ひとり暮らし ${cases.single}件、18歳未満のいる世帯 ${cases.withChildren}件)、終了 ${cases.closed}件、助言・後方支援 ${cases.advised}件、年度末に続いているもの ${cases.open}件`,
    `本人同意: 得た ${consents.given}人、拒否 ${consents.refused}人、撤回 ${consents.withdrawn}人`,
    `支援会議: ${supportMeetings.held}回、案件 延べ${supportMeetings.items}件(1回に${perSitting(supportMeetings)}件)、決めた日に開かれなかったもの ${supportMeetings.late}回`,
    `記録: ${report.events}件、通知: ${report.notices}通、人の操作: ${orders.done}回(受け付けられなかったもの ${orders.refused}回)`,
    'きまりの検査: 記録のたびに確かめ、破れたものはありませんでした。',
    '',
    `動きが止まったこと: ${report.stalls.length}回`,
    ...report.stalls.map(
      ({ number, cause, agency, from, openDays, endedBy }) =>
        `  ${from} ${number} ${causeNames[cause]}(${report.agencyNames[agency] ?? agency}) ${openDays}開庁日 → ${endedBy === undefined ? '年度末もそのまま' : (endNames[endedBy] ?? endedBy)}`,
    ),
    '',
    '原因ごとの回数',
    ...stallCauses.flatMap((cause) => {
      const episodes = report.stalls.filter((episode) => episode.cause === cause);
      return episodes.length === 0
        ? []
        : [
            `  ${causeNames[cause]} ${episodes.length}回(のべ${episodes.reduce((sum, { openDays }) => sum + openDays, 0)}開庁日)`,
          ];
    }),
  ].join('\n');
}

/** 0 stays 0; what nobody counts yet says so (R78). */
const indicatorLine = ({ name, target, unit, actual }: YearIndicator): string =>
  `  ${name}: 目標 ${target}${typeof target === 'number' ? unit : ''}、実績 ${actual === undefined ? '(このシミュレーションでは数えません)' : `${actual}${unit}`}`;

const perSitting = ({ held, items }: YearReport['supportMeetings']): string =>
  (held === 0 ? 0 : items / held).toFixed(1);
