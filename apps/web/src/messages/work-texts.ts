export const workTexts = {
  'work.title': '自分の仕事',
  'work.lead': 'あなたと{agency}が次にすることを、期限の順に並べています。',
  'work.overdue': '期限切れ',
  'work.today': '今日',
  'work.thisWeek': '今週',
  'work.later': 'それ以降',
  'work.count': '{count}件',
  'work.empty': 'いま次にすることはありません',
  'work.emptyDetail': '新しいお願いが届くと、ここに出ます。',
  'work.doWhat': 'ここから行う：{what}、{number}',
} as const;
