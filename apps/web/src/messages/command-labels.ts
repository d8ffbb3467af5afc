import type { caseBeginnings, caseCommands, OfferedType, sittingBeginnings, sittingCommands } from '#libs/domain';

/** What a person may say to a case. */
export type CaseCommandType =
  keyof typeof caseBeginnings | OfferedType<(typeof caseCommands)[keyof typeof caseCommands]>;
export type SittingCommandType =
  keyof typeof sittingBeginnings | OfferedType<(typeof sittingCommands)[keyof typeof sittingCommands]>;

type Labels<Command extends string> = Readonly<Record<`command.${Command}`, string>>;

/** The words on buttons and above forms. */
export const commandLabels = {
  'command.open-case': '相談を受け付ける',
  'command.record-advice-only': '助言・後方支援を記録する',
  'command.screen-case': 'スクリーニングをする',
  'command.mark-urgent': '「急ぐ」の印を変える',
  'command.set-person-in-charge': '担当者を決める',
  'command.release-agency': '機関の関わりを終える',
  'command.reopen-case': '再開する',
  'command.send-handoff': 'つなぎを送る',
  'command.accept-handoff': '受理する',
  'command.decline-handoff': '受理しない(理由と代案)',
  'command.advise-on-handoff': '助言して返す',
  'command.withdraw-handoff': 'つなぎを取り下げる',
  'command.record-consent': '同意を記録する',
  'command.withdraw-consent': '同意の撤回を記録する',
  'command.confirm-withdrawal': '撤回を確認した',
  'command.allow-support-meeting': '支援会議で検討する理由を記録する',
  'command.confirm-candidate': '支援会議の候補を確認する',
  'command.dismiss-candidate': '候補から外す',
  'command.record-pre-contact': '事前調整を記録する',
  'command.record-contact': '接触を記録する',
  'command.review-track': '支援会議での検討を見直す',
  'command.finish-task': '決定事項の結果を記録する',
  'command.submit-sheet': 'シートを出す',
  'command.finish-assessment': 'アセスメントを終える',
  'command.draft-plan': 'プラン案を書く',
  'command.explain-plan': '本人への説明と利用申込を記録する',
  'command.draft-approval': '起案する',
  'command.decide-support': '支援決定をする',
  'command.acknowledge-role': '役割を確認した',
  'command.record-monitoring': 'モニタリングを記録する',
  'command.evaluate-now': '評価を始める',
  'command.record-evaluation': '評価を記録する',
  'command.resume-support': '支援を再開する',
  'command.record-follow-up': '終結後フォローを記録する',

  'command.open-sitting': '会議を開く準備をする',
  'command.add-item': '案件を加える',
  'command.remove-item': '案件を外す',
  'command.call-sitting': '開催通知を送る',
  'command.add-invitee': '通知先を加える',
  'command.answer-invitation': '電話などの回答を入力する',
  'command.move-sitting': '日時・場所を変える',
  'command.hold-sitting': '開催を記録する',
  'command.give-disposition': '協議結果を記録する',
  'command.cancel-sitting': '開催を取りやめる',
} as const satisfies Labels<CaseCommandType> & Labels<SittingCommandType>;
