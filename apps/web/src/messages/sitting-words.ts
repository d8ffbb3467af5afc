import type { sittingBeginnings, sittingCommands, SittingEvent, OfferedType } from '#libs/domain';

type Given = keyof typeof sittingBeginnings | OfferedType<(typeof sittingCommands)[keyof typeof sittingCommands]>;

/** The words on buttons and above forms, and one line of the history each. Names in braces are parameters of the event, already in words. */
export const sittingWords = {
  'command.open-sitting': '会議を設定する',
  'command.add-item': '案件を加える',
  'command.remove-item': '案件を外す',
  'command.take-off-item': '案件から機関を外す',
  'command.call-sitting': '開催通知を送る',
  'command.add-invitee': '通知先を加える',
  'command.answer-invitation': '電話などの回答を入力する',
  'command.acknowledge-secrecy': '守秘義務を確認する',
  'command.move-sitting': '日時・場所を変える',
  'command.hold-sitting': '開催を記録する',
  'command.give-disposition': '協議結果を記録する',
  'command.release-disposition': '欠席の機関に協議結果を伝える',
  'command.finish-call': '伝えたことを記録する',
  'command.redate-obligations': '期限を数え直す',
  'command.cancel-sitting': '開催を取りやめる',

  'command.read-with-reason': '内容を読む理由を記録する',
  'event.sitting-opened': '会議を設定した',
  'event.item-added': '案件を加えた',
  'event.item-removed': '案件を外した',
  'event.agency-taken-off': '案件から機関を外した：{agency}',
  'event.item-frozen': '案件を凍結した',
  'event.sitting-called': '通知先を決めた：回答の期限 {replyDueOn}',
  'event.invitee-added': '通知先を加えた',
  'event.invitations-sent': '開催通知を送った',
  'event.invitation-answered': '出欠の回答：{reply}',
  'event.secrecy-acknowledged': '守秘義務の確認：{agency}',
  'event.phone-tasks-opened': '電話のお願いを事務局に出した',
  'event.invitation-undelivered': '開催通知のメールが届かず、電話のお願いを出した',
  'event.required-absence-told': '必須出席機関の欠席を知らせた',
  'event.sitting-moved': '日時・場所を変えた：開催 {heldOn}',
  'event.sitting-held': '開催した',
  'event.disposition-given': '協議結果を記録した：{result}',
  'event.disposition-released': '協議結果を伝えた：{agency}',
  'event.sitting-cancelled': '開催を取りやめた',
  'event.reading-reasoned': '内容を読む理由を記録した',
  'event.sitting-closed': '会議の手続きがすべて終わった',
} as const satisfies Readonly<Record<`command.${Given}` | `event.${SittingEvent['type']}`, string>>;
