import { healthFacts, openDataSource, roleUrl, type HealthFacts } from '#libs/persistence';
import type { AlarmView, HealthView, WrongName } from '#libs/views';
import { databaseAway, judgedHealth } from '../../api/src/health/judged-health.ts';
import { readOperatorConfig, type OperatorConfig } from './config.ts';

const patienceMs = 5_000;

/**
 * Asks the pages how the house is; when they do not answer, the database itself.
 * @param url where the pages are; otherwise as the settings or the running instance say
 * @returns 0 when all is well, else 1
 */
export async function tellHealth(url?: string, given?: OperatorConfig): Promise<number> {
  const config = given ?? (url === undefined ? await readOperatorConfig() : undefined);
  const base = url?.replace(/\/+$/u, '') ?? config?.publicUrl ?? '';
  const asked = await askPages(base);
  if (!asked) console.log(`画面が応答しません(${base})。`);
  // Only the database says what an alarm is about: pages tell it to everybody.
  const facts = config && (!asked || asked.alarms.length > 0) ? await askDatabase(config) : undefined;
  if (asked) tell(asked, facts?.alarms);
  else if (config) tell(facts ? judgedHealth(facts) : databaseAway, facts?.alarms);
  return asked?.status === 'ok' ? 0 : 1;
}

async function askPages(base: string): Promise<HealthView | undefined> {
  try {
    const response = await fetch(`${base}/api/health`, { signal: AbortSignal.timeout(patienceMs) });
    return response.status === 200 || response.status === 503 ? ((await response.json()) as HealthView) : undefined;
  } catch {
    // Not there, or not ours: the database is asked instead.
    return undefined;
  }
}

async function askDatabase({ databaseUrl, rolePasswords }: OperatorConfig): Promise<HealthFacts | undefined> {
  try {
    const clock = await openDataSource({
      databaseUrl: roleUrl(databaseUrl, 'clock', rolePasswords.clock),
      poolSize: 1,
      applicationName: 'tsunagi-health',
    });
    try {
      return await healthFacts(clock);
    } finally {
      await clock.destroy();
    }
  } catch {
    return undefined;
  }
}

type ToldAlarm = AlarmView & Partial<HealthFacts['alarms'][number]>;

function tell(health: HealthView, known?: HealthFacts['alarms']): void {
  const { database, workerSeconds, notifierSeconds, oldestOutboxSeconds, oldestDueMinutes, wrong } = health;
  const { openRecords, runningWorkflows, unsearchableSeconds, alarmCount } = health;
  const alarms: readonly ToldAlarm[] = known ?? health.alarms;
  const line = (name: string, key: WrongName, text: string): void => {
    console.log(`${wrong.includes(key) ? '×' : '○'} ${name}: ${text}`);
  };
  line('データベース', 'database', database === 'ok' ? '応答しています' : '応答しません');
  if (database === 'away') return;
  line('手続きを動かす係(ワーカー)', 'worker', ago(workerSeconds));
  line('メールを送る係', 'notifier', ago(notifierSeconds));
  line(
    '送り出し待ち',
    'outbox',
    oldestOutboxSeconds === null ? 'ありません' : `いちばん古いもので ${oldestOutboxSeconds} 秒`,
  );
  line(
    '過ぎたのに動いていない期日',
    'due',
    oldestDueMinutes === null ? 'ありません' : `いちばん古いもので ${oldestDueMinutes} 分`,
  );
  line(
    '動いている手続き',
    'workflows',
    `${runningWorkflows === null ? 'まだ数えていません' : `${runningWorkflows} 件`}(終わっていない記録 ${openRecords ?? 0} 件)`,
  );
  line(
    'Temporal の検索属性',
    'search-attributes',
    unsearchableSeconds === null
      ? '足りています'
      : `Temporal が知らないものがあります(${unsearchableSeconds} 秒前から)`,
  );
  line('片づいていない警報', 'alarms', (alarmCount ?? 0) === 0 ? 'ありません' : `${alarmCount} 件`);
  for (const { kind, municipality, recordId, alarm, since, what, code, times } of alarms) {
    const details = [what, code, times === undefined ? undefined : `${times} 回`].filter((word) => word);
    console.log(`  ${since} から ${alarm} ${kind}/${municipality}/${recordId} ${details.join(' ')}`.trimEnd());
  }
}

const ago = (seconds: number | null): string =>
  seconds === null ? '合図がまだありません' : `${seconds} 秒前に合図がありました`;
