import { healthFacts, openDataSource, roleUrl, type HealthFacts } from '#libs/persistence';
import type { HealthView } from '#libs/views';
import { databaseAway, judgedHealth } from '../../api/src/health/judged-health.ts';
import { readOperatorConfig, type OperatorConfig } from './config.ts';
import { healthLines } from './health-lines.ts';

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
  const health = asked ?? (config && (facts ? judgedHealth(facts) : databaseAway));
  for (const line of health ? healthLines(health, facts?.alarms) : []) console.log(line);
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
