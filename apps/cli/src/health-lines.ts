import type { HealthFacts } from '#libs/persistence';
import type { AlarmView, HealthView, ProcessView, WrongName } from '#libs/views';

type ToldAlarm = AlarmView & Partial<HealthFacts['alarms'][number]>;

/** What to do when it is wrong; more in docs/operations.md. */
const remedies = {
  database: 'PostgreSQL が動いているか、DATABASE_URL が正しいかを確かめてください。',
  writing: 'ディスクの空きと、データベースが読み取り専用になっていないかを確かめてください。',
  worker: 'ワーカーを起動してください。期日や催促が止まっています。',
  notifier: 'notifier を起動してください。お知らせのメールが止まっています。',
  instance: '知らせずにいなくなった係があります。その記録(ログ)を見て、起動し直してください。',
  nudges:
    'ワーカーは動いていますが、手続きを進めていません。Temporal とワーカーの記録(ログ)を見て、起動し直してください。',
  mail: 'メールサーバーが受け取りません。SMTP_URL と差出人を確かめてください。お知らせは、直るまで取っておきます。',
  build: 'このビルドのワーカーには仕事が来ません。Temporal で、このビルドを current にしてください。',
  outbox: '送り出しが遅れています。ワーカーと notifier の記録(ログ)を見てください。',
  due: '期日どおりに進んでいません。ワーカーと Temporal を確かめてください。',
  workflows: '手続きの数が足りません。tsunagi rebuild を実行してください。',
  'search-attributes': 'Temporal に検索属性を登録してください。',
  alarms: '下の記録を開いて確かめてください。片づくと消えます。',
} as const satisfies Record<WrongName, string>;

const names = { api: '画面', worker: '手続きを動かす係(ワーカー)', notifier: 'メールを送る係' } as const;

const writings = {
  ok: 'できています',
  away: 'つながりません',
  busy: '混み合っています',
  full: '置き場所がいっぱいです',
  'read-only': '読むことしかできません',
} as const satisfies Record<HealthView['writing'], string>;

/** How the house is, line by line, with what to do about each thing that is wrong. @param known alarms with what was refused and why */
export function healthLines(health: HealthView, known?: HealthFacts['alarms']): readonly string[] {
  const { wrong, processes } = health;
  const line = (title: string, key: WrongName, text: string): readonly string[] =>
    wrong.includes(key) ? [`× ${title}: ${text}`, `    → ${remedies[key]}`] : [`○ ${title}: ${text}`];
  if (health.database === 'away') return line('データベース', 'database', '応答しません');
  return [
    ...line('データベース', 'database', '応答しています'),
    ...line('書き込み', 'writing', writings[health.writing]),
    ...line(names.worker, 'worker', ago(health.workerSeconds)),
    ...line(names.notifier, 'notifier', ago(health.notifierSeconds)),
    ...line('動いている係', 'instance', counted(processes)),
    ...(wrong.includes('nudges')
      ? line('手続きへの合図', 'nudges', `${health.unhandledSeconds ?? 0} 秒前から、だれも受け取っていません`)
      : []),
    ...(wrong.includes('mail') ? line('メールサーバー', 'mail', troublesOf(processes, 'notifier')) : []),
    ...(wrong.includes('build') ? line('ワーカーのビルド', 'build', troublesOf(processes, 'worker')) : []),
    ...line(
      '送り出し待ち',
      'outbox',
      health.oldestOutboxSeconds === null ? 'ありません' : `いちばん古いもので ${health.oldestOutboxSeconds} 秒`,
    ),
    ...line(
      '過ぎたのに動いていない期日',
      'due',
      health.oldestDueMinutes === null ? 'ありません' : `いちばん古いもので ${health.oldestDueMinutes} 分`,
    ),
    ...line(
      '動いている手続き',
      'workflows',
      `${health.runningWorkflows === null ? 'まだ数えていません' : `${health.runningWorkflows} 件`}(終わっていない記録 ${health.openRecords ?? 0} 件)`,
    ),
    ...line(
      'Temporal の検索属性',
      'search-attributes',
      health.unsearchableSeconds === null
        ? '足りています'
        : `Temporal が知らないものがあります(${health.unsearchableSeconds} 秒前から)`,
    ),
    ...line(
      '片づいていない警報',
      'alarms',
      (health.alarmCount ?? 0) === 0 ? 'ありません' : `${health.alarmCount ?? 0} 件`,
    ),
    ...(known ?? health.alarms).map(alarmLine),
  ];
}

const ago = (seconds: number | null): string =>
  seconds === null ? '合図がまだありません' : `${seconds} 秒前に合図がありました`;

const counted = (processes: readonly ProcessView[]): string =>
  Object.entries(names)
    .map(([name, title]) => {
      const own = processes.filter((process) => process.name === name);
      const lost = own.filter((process) => process.lost).length;
      return `${title} ${own.length - lost}${lost === 0 ? '' : `(ほかに、いなくなったもの ${lost})`}`;
    })
    .join('、');

const troublesOf = (processes: readonly ProcessView[], name: ProcessView['name']): string =>
  processes
    .filter((process) => process.name === name && process.trouble !== null)
    .map(({ trouble, troubleSeconds }) => `${trouble ?? ''}(${troubleSeconds ?? 0} 秒前から)`)
    .join('、');

function alarmLine({ kind, municipality, recordId, alarm, since, what, code, times }: ToldAlarm): string {
  const details = [what, code, times === undefined ? undefined : `${times} 回`].filter((word) => word);
  return `  ${since} から ${alarm} ${kind}/${municipality}/${recordId} ${details.join(' ')}`.trimEnd();
}
