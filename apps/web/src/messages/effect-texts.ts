/** What the button of a form does, where more follows from it than that it is recorded; and what is said then. */
export const effectTexts = {
  'submit.send-handoff': 'つなぎを送る',
  'submit.answer-handoff': '返事を送る',
  'submit.withdraw-handoff': 'つなぎを取り下げる',
  'submit.submit-sheet': 'アセスメントシートを出す',
  'submit.draft-approval': '起案する',
  'submit.decide-support': '支援決定をする',
  'submit.add-invitee': '通知先に加えて送る',
  'submit.move-sitting': '変更を通知する',
  'submit.cancel-sitting': '取りやめを通知する',
  'submit.release-agency': '関わりを終える',
  'done.answer-handoff': '返事を送りました',
  'done.decide-candidate': '候補の扱いを記録しました',
  'done.open-sitting': '会議を設定しました',
  'done.add-item': '会議の案件にしました',
  'done.move-sitting': '日時・場所の変更を通知しました',
  'done.call-sitting': '開催通知を送ります',
} as const;
