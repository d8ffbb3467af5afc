import type { NoticeKind, TellingWay } from '#libs/domain';

/** 電話のお願い: whom to ring up, and what to say. Nothing of a case is in it: that is read on its page by whoever may. */
export const phoneTexts = {
  'phone.title': '電話のお願い(事務局)',
  'phone.note': 'メールの届かない機関です。電話などで伝え、伝えたことを記録してください。',
  'phone.number': '電話 {phone}',
  'phone.noNumber': '電話番号の登録がありません',
  'phone.until': '{on}までに',
  'phone.head': '{agency}の長',
  'phone.desk': '{agency}の窓口',
  'phone.done': '伝えたことを記録する',
  'phone.askReply': '聞いた出欠を入力する',
  'phone.saySitting': '{title} {on} {hours}',
  'phone.entered': '事務局が入力({name}、{heard})',
  'phone.enteredUnheard': '事務局が入力({name})',
  'intro.finish-call': '伝え終わったときに記録します。まだつながらないときは、記録せずに残しておきます。',

  'say.handoff-sent': 'つなぎの依頼があること、引き受けられるかどうかの返事をお願いすること',
  'say.handoff-accepted': '送られたつなぎが受理されたこと',
  'say.handoff-declined': '送られたつなぎが受理されなかったこと(理由と代案は画面を確かめる)',
  'say.handoff-advised': '送られたつなぎに助言があったこと',
  'say.reminder': '先にお願いした「{owed}」の返事を、もう一度お願いすること',
  'say.escalation': '「{owed}」の返事がまだないことを、所属長の方に伝えること',
  'say.candidate-raised': '支援会議の案件候補があがり、案件にするかどうかの確認をお願いすること',
  'say.sheet-asked': 'アセスメントシートの提出をお願いすること(用紙は渡すか送る)',
  'say.role-told': '役割分担が決まったこと、確認した旨の返事をお願いすること',
  'say.invitation': '会議の日時と場所、出欠の返事をお願いすること',
  'say.invitation-moved': '会議の日時・場所が変わったこと、あらためて出欠の返事をお願いすること',
  'say.invitation-cancelled': '会議が取りやめになったこと',
  'say.reply-reminder': '出欠の返事を、もう一度お願いすること',
  'say.sharing-changed': '情報の取扱いが変わったこと(お持ちの情報を使わないこと)、確認した旨の返事をお願いすること',
  'say.required-absence': '必須出席機関が出席できないこと',
  'say.work-waiting': '次にすることがあること',

  'tellingWay.phone': '電話',
  'tellingWay.paper': '書面・FAX',
  'tellingWay.mail': 'メール',
  'tellingWay.inPerson': '対面',
  'field.how': '伝えた方法',
  'field.heard': 'どのように聞いたか',
  'hint.heard': '機関に代わって入力するときに記録します。だれが入力したかも残ります。',
} as const satisfies Readonly<Record<`say.${NoticeKind}` | `tellingWay.${TellingWay}`, string>> &
  Readonly<Record<string, string>>;
