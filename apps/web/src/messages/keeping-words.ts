import type { LadderStepName, RecordEvent } from '#libs/domain';

/** One line of the history each, for what every kind of record has. */
export const keepingWords = {
  'event.obligation-opened': '次にすること：{kind}、{agency}、期限 {dueOn}',
  'event.obligation-settled': '済んだこと：{kind}',
  'event.obligation-reassigned': '次にすることの担当機関が変わった：{kind}',
  'event.obligation-step-taken': '{step}を行った：{kind}',
  'event.obligation-step-taken.start': '「{kind}」の時期になった',
  'event.obligation-step-taken.expiry': '返事がないまま期限切れになった：{kind}',
  'event.call-opened': '電話のお願い：{agency}、{notice}、{dueOn}まで',
  'event.call-settled': '電話のお願いが済んだ',
  'event.obligation-redated': '期限が変わった：{kind}、期限 {dueOn}',
} as const satisfies Readonly<Record<`event.${RecordEvent['type']}`, string>> &
  Readonly<Partial<Record<`event.obligation-step-taken.${LadderStepName}`, string>>>;
