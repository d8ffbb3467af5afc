import type { WorkerConfig } from './worker-config.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** 32 bytes, base64. */
const isMasterKey = (value: string): boolean => Buffer.from(value, 'base64').length === 32;

/** Reads the settings once. @throws Error naming every setting that is missing or cannot be meant; values are not told. */
export function readWorkerConfig(env: Environment = process.env): WorkerConfig {
  const problems: string[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const needed = (name: string, fits: (value: string) => boolean = () => true): string => {
    const value = given(name);
    if (value === undefined || !fits(value)) problems.push(name);
    return value ?? '';
  };
  const isDatabase = (value: string): boolean =>
    URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol);
  const keys =
    given('TSUNAGI_OLDER_MASTER_KEYS')
      ?.split(',')
      .map((key) => key.trim()) ?? [];
  if (!keys.every(isMasterKey)) problems.push('TSUNAGI_OLDER_MASTER_KEYS');
  const days = Number(given('TSUNAGI_COMMAND_LOG_DAYS') ?? 90);
  if (!Number.isInteger(days) || days < 7) problems.push('TSUNAGI_COMMAND_LOG_DAYS');
  const probePort = given('TSUNAGI_WORKER_PROBE_PORT');
  const isPort = probePort === undefined || (/^\d{1,5}$/.test(probePort) && Number(probePort) <= 65_535);
  if (!isPort) problems.push('TSUNAGI_WORKER_PROBE_PORT');
  const buildId = given('TSUNAGI_BUILD_ID');
  const config: WorkerConfig = {
    databaseUrl: needed('DATABASE_URL', isDatabase),
    rolePasswords: { app: needed('TSUNAGI_APP_PASSWORD'), clock: needed('TSUNAGI_CLOCK_PASSWORD') },
    masterKey: needed('TSUNAGI_MASTER_KEY', isMasterKey),
    olderMasterKeys: keys,
    temporalAddress: needed('TEMPORAL_ADDRESS', (value) => /^[^\s:/]+:\d{1,5}$/.test(value)),
    temporalNamespace: given('TEMPORAL_NAMESPACE') ?? 'default',
    demo: given('TSUNAGI_DEMO') === 'yes',
    commandLogDays: days,
    ...(probePort === undefined ? {} : { probePort: Number(probePort) }),
    ...(buildId === undefined ? {} : { build: { deploymentName: 'tsunagi', buildId } }),
  };
  if (problems.length > 0) throw new Error(`settings missing or wrong: ${problems.join(', ')}`);
  return config;
}
