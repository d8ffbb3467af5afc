import { healthFacts, openDataSource, roleUrl } from '#libs/persistence';
import type { HealthView } from '#libs/views';
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
  if (asked) {
    tell(asked);
    return asked.status === 'ok' ? 0 : 1;
  }
  console.log(`画面が応答しません(${base})。`);
  if (config) tell(await askDatabase(config.databaseUrl, config.rolePasswords.clock));
  return 1;
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

async function askDatabase(databaseUrl: string, password: string): Promise<HealthView> {
  try {
    const clock = await openDataSource({
      databaseUrl: roleUrl(databaseUrl, 'clock', password),
      poolSize: 1,
      applicationName: 'tsunagi-health',
    });
    try {
      return judgedHealth(await healthFacts(clock));
    } finally {
      await clock.destroy();
    }
  } catch {
    return databaseAway;
  }
}

function tell(health: HealthView): void {
  const { database, workerSeconds, notifierSeconds, oldestOutboxSeconds, oldestDueMinutes, wrong } = health;
  const line = (name: string, key: string, text: string): void => {
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
}

const ago = (seconds: number | null): string =>
  seconds === null ? '合図がまだありません' : `${seconds} 秒前に合図がありました`;
