import type { NotifierSettings } from './start-notifier.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** 32 bytes, base64. */
const isMasterKey = (value: string): boolean => Buffer.from(value, 'base64').length === 32;

/** Reads the settings once. @throws Error naming every setting that is missing or cannot be meant; values are not told. */
export function readNotifierConfig(env: Environment = process.env): NotifierSettings {
  const problems: string[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const needed = (name: string, fits: (value: string) => boolean): string => {
    const value = given(name);
    if (value === undefined || !fits(value)) problems.push(name);
    return value ?? '';
  };
  const url =
    (...schemes: readonly string[]) =>
    (value: string): boolean =>
      URL.canParse(value) && schemes.includes(new URL(value).protocol);
  const keys =
    given('TSUNAGI_OLDER_MASTER_KEYS')
      ?.split(',')
      .map((key) => key.trim()) ?? [];
  if (!keys.every(isMasterKey)) problems.push('TSUNAGI_OLDER_MASTER_KEYS');
  const probePort = given('TSUNAGI_NOTIFIER_PROBE_PORT');
  const isPort = probePort === undefined || (/^\d{1,5}$/.test(probePort) && Number(probePort) <= 65_535);
  if (!isPort) problems.push('TSUNAGI_NOTIFIER_PROBE_PORT');
  const settings: NotifierSettings = {
    databaseUrl: needed('DATABASE_URL', url('postgres:', 'postgresql:')),
    rolePasswords: {
      app: needed('TSUNAGI_APP_PASSWORD', () => true),
      clock: needed('TSUNAGI_CLOCK_PASSWORD', () => true),
    },
    masterKey: needed('TSUNAGI_MASTER_KEY', isMasterKey),
    olderMasterKeys: keys,
    smtpUrl: needed('SMTP_URL', url('smtp:', 'smtps:')),
    publicUrl: needed('PUBLIC_URL', url('http:', 'https:')).replace(/\/+$/u, ''),
    demo: given('TSUNAGI_DEMO') === 'yes',
    officeMailbox: given('TSUNAGI_OFFICE_MAILBOX'),
    ...(probePort === undefined ? {} : { probePort: Number(probePort) }),
  };
  if (problems.length > 0) throw new Error(`settings missing or wrong: ${problems.join(', ')}`);
  return settings;
}
