import type { ReplyKind } from '#libs/domain';
import { formatMessage, type MessageValues } from '../messages/message-format.ts';

const replyLabels = {
  'reply.attend': '出席',
  'reply.proxy': '代理出席',
  'reply.online': 'オンラインで出席',
  'reply.written': '書面意見を出す',
  'reply.absent': '欠席',
} as const satisfies Readonly<Record<`reply.${ReplyKind}`, string>>;

/** Every word of the reply page. Nothing here can name a case. */
export const replyTexts = {
  ...replyLabels,
  title: '出欠の回答',
  demo: 'デモ(架空の記録)',
  loading: '読み込んでいます',
  'body.name': '{name} 第{ordinal}回',
  for: '{agency} 御中',
  when: '日時',
  hours: '{startsAt}から{endsAt}まで',
  place: '場所',
  placeUnknown: '追ってお知らせします',
  due: '回答の期限',
  dueText: '{date}まで',
  from: '{office}からのお願いです。ログインは要りません。',
  question: '出欠をお知らせください',
  proxyName: '代理で出席される方のお名前',
  proxyHint: '守秘義務の確認のため、当日お名前を伺います。',
  send: 'この内容で回答する',
  sendAgain: '回答を変える',
  sending: '送っています',
  keep: 'いまの回答のままにする',
  change: '回答を変える',
  chooseFirst: '出欠を選んでください。',
  proxyFirst: '代理で出席される方のお名前を入力してください。',
  answered: '回答を受け付けました',
  answeredText: '{at}に、「{reply}」と回答済みです。',
  answeredChange: '開催日まで、回答を変えられます。',
  late: '回答の期限を過ぎています',
  lateText: 'いまからでも回答できます。お急ぎのときは電話でお知らせください。',
  moved: '日時または場所が変わりました',
  movedText: '下の新しい日時と場所を確かめて、もう一度回答してください。',
  cancelled: 'この会議は取りやめになりました',
  cancelledText: '回答は要りません。新しく開くときは、改めてお知らせします。',
  held: 'この会議は終わりました',
  heldText: '回答の受け付けは終わっています。',
  unknown: 'このリンクは使えません',
  unknownText:
    'リンクが途中で切れているか、使えなくなっています。お送りした知らせのリンクをもう一度開くか、事務局に電話でお知らせください。',
  unreachable: 'いま、つながりません',
  unreachableText: '回答は失われていません。しばらくしてから、もう一度お試しください。',
  draftBack: '前に入力した内容を戻しました。まだ送っていません。',
  notSent: '送れませんでした。選んだ内容は残っています',
  notSentText: 'つながってから、同じボタンをもう一度押してください。二重に記録されることはありません。',
  refused: '受け付けられませんでした',
  retry: 'もう一度読み込む',
  phone: '電話：{phone}',
  contact: '電話でも回答できます。',
  privacy: 'この画面には、話し合う内容は表示されません。',
} as const;

export type ReplyText = keyof typeof replyTexts;

export const say = (key: ReplyText, values?: MessageValues): string => formatMessage(replyTexts[key], values);
