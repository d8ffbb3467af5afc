import type { NoticeKind, ObligationKind } from '#libs/domain';

/** ICU messages of all mails in one language. `select` on hasDue, hasOwed, hasPhone: yes | other; on addressedAs: section | other. */
export interface MailMessages {
  readonly frame: {
    readonly address: string;
    readonly opening: string;
    readonly signature: string;
    readonly closing: string;
  };
  readonly kinds: Readonly<
    Record<NoticeKind, { readonly subject: string; readonly body: string; readonly action: string }>
  >;
  /** What is owed, as it fits before 「について」; says what to do, never why. */
  readonly owed: Readonly<Record<ObligationKind, string>>;
}

const sitting = '{body} 第{ordinal}回';
/** As the subject of a notice names it. */
const formally = '{year}第{ordinal}回{body}';
const whenAndWhere = `日時 {heldOn} {startsAt}から{endsAt}まで
場所 {place}`;
const replyBy = '{hasDue, select, yes {回答期限 {dueOn}} other {}}';
/** On what ground it is called, where that is the statute; the name of the meeting says no more. */
const secrecy =
  '{hasStatute, select, yes {この会議は社会福祉法第106条の6に基づく支援会議です。出席される方には守秘義務があります。} other {}}';
const replyAction = '出欠を回答する';
/** The one place of the form of address. */
const you = '{addressedAs, select, section {貴課} other {貴機関}}';
const replyHint = `下のリンクから、出席・欠席・代理出席・オンライン・書面意見のいずれかをお選びください。ログインは要りません。開いただけでは回答になりません。

このリンクは${you}専用です。{addressedAs, select, section {課内のご担当者へお回しください。課の外へは} other {機関内のご担当者へお回しください。機関の外へは}}転送しないでください。`;
const openAction = '{hasAccount, select, yes {ログインして確認する} other {このメールに返信して知らせる}}';
const due = '{hasDue, select, yes {期限 {dueOn}} other {}}';
const owedLine = '{hasOwed, select, yes {お願いしていること {owed}} other {}}';
const readOn = `{hasAccount, select, yes {内容は、ログインのうえご確認くださいますようお願いいたします。} other {内容は事務局からお伝えします。お返事は、このメールへの返信またはお電話でお知らせください。}}`;

export const ja: MailMessages = {
  frame: {
    address: '{recipient} 様',
    opening: 'いつもお世話になっております。{section}です。',
    signature: `{section}
{hasPhone, select, yes {電話 {phone}} other {}}
メール {mailbox}`,
    closing:
      '個人情報を守るため、このメールには対象となる方に関することを記載しておりません。ご不明な点は、このメールへの返信またはお電話でお問い合わせください。',
  },
  kinds: {
    invitation: {
      subject: `${formally}の開催について(通知)`,
      body: `次のとおり会議を開催いたします。ご多忙のところ恐れ入りますが、出欠をお知らせくださいますようお願いいたします。

${sitting}
${whenAndWhere}
${replyBy}

${secrecy}

${replyHint}`,
      action: replyAction,
    },
    'invitation-moved': {
      subject: `${formally}の日時・場所の変更について(通知)`,
      body: `先にお知らせした会議の日時または場所が変わりました。お手数をおかけしますが、あらためて出欠をお知らせくださいますようお願いいたします。

${sitting}
${whenAndWhere}
${replyBy}

${replyHint}`,
      action: replyAction,
    },
    'invitation-cancelled': {
      subject: `${formally}の開催取りやめについて(通知)`,
      body: `先にお知らせした次の会議は、開催を取りやめることとなりました。ご予定くださっていたところ恐れ入ります。

${sitting}
${whenAndWhere}

出欠のご回答は要りません。`,
      action: '開催の状況を見る',
    },
    'reply-reminder': {
      subject: `${formally}の出欠のご回答について(再度のお願い)`,
      body: `先にお知らせした会議の出欠について、あらためてお願い申し上げます。行き違いでご回答くださっておりましたら、ご容赦ください。

${sitting}
${whenAndWhere}
${replyBy}

${replyHint}`,
      action: replyAction,
    },
    'required-absence': {
      subject: `${formally}の出席機関について(確認のお願い)`,
      body: `次の会議で、必須出席機関の出席が見込めないとの回答がありました。開催の方法(日程の変更、書面意見、情報共有のみの開催など)をご確認くださいますようお願いいたします。

${sitting}
${whenAndWhere}`,
      action: openAction,
    },
    'handoff-sent': {
      subject: 'つなぎの依頼が届いています(お返事のお願い)',
      body: `つなぎの依頼が届いています。ご確認のうえ、お返事をくださいますようお願いいたします。

${due}

${readOn}`,
      action: openAction,
    },
    'handoff-accepted': {
      subject: 'お送りいただいたつなぎが受理されました',
      body: `お送りいただいたつなぎが受理されました。

${readOn}`,
      action: openAction,
    },
    'handoff-declined': {
      subject: 'お送りいただいたつなぎに返事がありました',
      body: `お送りいただいたつなぎに返事がありました。次にすることをご確認ください。

${readOn}`,
      action: openAction,
    },
    'handoff-advised': {
      subject: 'お送りいただいたつなぎに助言がありました',
      body: `お送りいただいたつなぎに助言がありました。

${readOn}`,
      action: openAction,
    },
    'handoff-withdrawn': {
      subject: 'お送りいただいたつなぎの取りやめのお知らせ',
      body: `お送りいただいたつなぎは、返事を待たずに取りやめとなりました。次にすることをご確認ください。

${readOn}`,
      action: openAction,
    },
    reminder: {
      subject: '{hasOwed, select, yes {{owed}のお願い(再度)} other {ご対応のお願い(再度)}}',
      body: `先にお願いした件について、あらためてお願い申し上げます。行き違いでご対応くださっておりましたら、ご容赦ください。

${owedLine}
${due}

${readOn}`,
      action: openAction,
    },
    escalation: {
      subject: `{overseen, select, yes {期限を過ぎている件についてのご連絡} other {${you}にお願いしている件についてのご連絡}}`,
      body: `{overseen, select, yes {次の件について、期限を過ぎても回答を確認できておりません。状況をご確認くださいますようお願いいたします。} other {${you}のご担当者にお願いしている次の件について、期限を過ぎても回答を確認できておりません。ご確認をお願いいたします。難しい事情があるときはお知らせください。行き違いの節はご容赦ください。}}

${owedLine}
${due}

${readOn}`,
      action: openAction,
    },
    'candidate-raised': {
      subject: '支援会議の案件候補についてのご確認のお願い',
      body: `支援会議の案件候補があがりました。案件とするかどうかをご確認くださいますようお願いいたします。

${due}

${readOn}`,
      action: openAction,
    },
    'sheet-asked': {
      subject: 'アセスメントシートのご提出のお願い',
      body: `アセスメントシートのご提出をお願いいたします。

${due}

${readOn}`,
      action: openAction,
    },
    'role-told': {
      subject: '役割分担のご確認のお願い',
      body: `${you}の役割分担が決まりました。ご確認くださいますようお願いいたします。

${due}

${readOn}`,
      action: openAction,
    },
    'sharing-changed': {
      subject: '情報の取扱いについての変更のお知らせ',
      body: `情報の取扱いに変更がありました。お手元の情報の取扱いをご確認のうえ、確認した旨をお知らせくださいますようお願いいたします。

${due}

${readOn}`,
      action: openAction,
    },
    'meeting-request-answered': {
      subject: '案件化のご依頼への返事のお知らせ',
      body: `会議の案件化のご依頼に、事務局から返事がありました。

${readOn}`,
      action: openAction,
    },
    'agency-released': {
      subject: '支援へのご参加が終わったことのお知らせ',
      body: `${you}にご参加いただいていた支援について、ご参加が終わりました。お手元の情報は、今後この支援のためにはお使いにならないようお願いいたします。

どの件かは、事務局からお伝えします。このメールへの返信またはお電話でお問い合わせください。`,
      action: '{hasAccount, select, yes {ログインして仕事の一覧を開く} other {このメールに返信して問い合わせる}}',
    },
    'work-waiting': {
      subject: 'ご対応のお願い',
      body: `次の件について、ご対応をお願いいたします。

${owedLine}
${due}

${readOn}`,
      action: openAction,
    },
  },
  owed: {
    screening: 'スクリーニング(一次判断)',
    'handoff-to-send': 'つなぎの送付',
    'handoff-answer': 'つなぎへの返事',
    'candidate-decision': '支援会議の案件候補の確認',
    'track-placement': '支援会議の日程の調整',
    'track-review': '支援会議での検討の見直し',
    'pre-contact': '事前調整',
    'first-contact': 'はじめの働きかけ',
    consent: '本人同意の確認',
    'consent-review': '本人同意の見直し',
    'track-reason': '支援会議で検討する理由の記録',
    sheet: 'アセスメントシートの提出',
    'sheets-decision': 'アセスメントシートの確認',
    'plan-draft': 'プラン案の作成',
    'plan-explanation': 'プラン案の説明',
    'meeting-placement': '重層的支援会議の日程の調整',
    'meeting-request': '案件化の依頼への返事',
    'sitting-awaited': '会議の開催の確認',
    'frozen-item': '案件の取扱いの確認',
    'approval-draft': '支援決定の起案',
    approval: '支援決定の決裁',
    'role-acknowledgement': '役割分担の確認',
    monitoring: 'モニタリング',
    'monitoring-round': 'モニタリングの依頼',
    evaluation: '評価',
    'plan-end': 'プランの期間の確認',
    'interruption-review': '中断中の状況の確認',
    'follow-up': '終結後フォロー',
    'decision-task': '決定事項の実施',
    'consent-confirmation': '同意の確認',
    'withdrawal-confirmation': '情報の取扱いの確認',
    call: '開催通知の送付',
    reply: '出欠の回答',
    'required-agency': '出席機関の確認',
    'secrecy-acknowledgement': '守秘義務の確認',
    'phone-task': '電話のお願い',
    'phone-message': '電話のお願い',
    'hold-sitting': '会議の開催',
    disposition: '協議結果の記録',
    'person-in-charge': '担当者の決定',
    'next-step': '次にすることの決定',
  },
};
