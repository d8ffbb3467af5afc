import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** Settings of the one-machine start. What is given by the environment is used; what is not, is started here. */
export interface LocalConfig {
  /** Folder of the clone. */
  readonly root: string;
  /** `TSUNAGI_HOME`, absolute: databases, secrets, caught mails, logs. */
  readonly home: string;
  /** `DATABASE_URL` of the owner role; undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** `TEMPORAL_ADDRESS` as `host:port`; undefined: the development server. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  /** Program of the development server as the set-up found it; undefined when it did not. */
  readonly temporalProgram: string | undefined;
  /** `SMTP_URL`; undefined: the mail catcher. */
  readonly smtpUrl: string | undefined;
  /** `PORT` of the pages, 1 to 65535. */
  readonly port: number;
  /** `PUBLIC_URL`: what links in mails begin with; no slash at the end. */
  readonly publicUrl: string;
  /** Demo municipality and sign-in from a list. Only ever beside an embedded database, unless asked for. */
  readonly demo: boolean;
  /** When the person pressed return, epoch milliseconds; undefined when it is not known. */
  readonly commandStartedAtMs: number | undefined;
  /** `TSUNAGI_OFFICE_MAILBOX`: sender of notices where the profile names none. */
  readonly officeMailbox: string | undefined;
  /** `TSUNAGI_OLDER_MASTER_KEYS`: master keys of before, oldest last. */
  readonly olderMasterKeys: readonly string[];
  /** Secrets given from outside instead of those in the home folder. */
  readonly givenSecrets: GivenSecrets;
}

/** Each overrides the generated one of the same meaning. */
export interface GivenSecrets {
  readonly appPassword: string | undefined;
  readonly clockPassword: string | undefined;
  /** 32 bytes, base64. */
  readonly masterKey: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const given = (env: Environment, name: string): string | undefined => {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
};

const invalid = (name: string, why: string): StartRefusal =>
  new StartRefusal('start.setting-invalid', [`設定 ${name} が正しくありません: ${why}`]);

function portFrom(text: string | undefined): number {
  if (text === undefined) return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw invalid('PORT', `1 から 65535 の整数にしてください(いまは「${text}」)。`);
  return port;
}

function urlFrom(name: string, text: string, schemes: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The value itself is not printed: it may hold a password.
  if (url === undefined || !schemes.includes(url.protocol))
    throw invalid(name, `${schemes.join(' か ')} で始まる URL にしてください。`);
  return text.replace(/\/+$/, '');
}

function optionalUrl(env: Environment, name: string, schemes: readonly string[]): string | undefined {
  const text = given(env, name);
  return text === undefined ? undefined : urlFrom(name, text, schemes);
}

function demoFrom(text: string | undefined, embedded: boolean): boolean {
  if (text === undefined) return embedded;
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw invalid('TSUNAGI_DEMO', 'yes か no にしてください。');
}

function masterKeyFrom(env: Environment): string | undefined {
  const text = given(env, 'TSUNAGI_MASTER_KEY');
  if (text !== undefined && !isMasterKey(text))
    throw invalid('TSUNAGI_MASTER_KEY', '32 バイトを base64 で書いてください。');
  return text;
}

function olderMasterKeysFrom(env: Environment): string[] {
  const name = 'TSUNAGI_OLDER_MASTER_KEYS';
  const keys =
    given(env, name)
      ?.split(',')
      .map((key) => key.trim()) ?? [];
  if (!keys.every(isMasterKey)) throw invalid(name, '32 バイトずつを base64 で書き、コンマで区切ってください。');
  return keys;
}

const isMasterKey = (text: string): boolean => Buffer.from(text, 'base64').length === 32;

/** What `scripts/setup` noted in this clone. */
function temporalOfSetup(root: string): string | undefined {
  const note = join(root, 'node_modules', '.cache', 'tsunagi-setup.json');
  if (!existsSync(note)) return undefined;
  const found: unknown = JSON.parse(readFileSync(note, 'utf8'));
  if (typeof found !== 'object' || found === null || !('temporal' in found)) return undefined;
  return typeof found.temporal === 'string' ? found.temporal : undefined;
}

/** Folder of the clone, looked for upwards from this file, so that it is right for the sources and for the build. */
function rootFolder(from = import.meta.dirname): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('no package-lock.json above this file');
  return rootFolder(above);
}

/**
 * Reads the settings once.
 * @throws StartRefusal `start.setting-invalid` when a value cannot be meant
 */
export function readLocalConfig(env: Environment = process.env, root = rootFolder()): LocalConfig {
  const databaseUrl = optionalUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const port = portFrom(given(env, 'PORT'));
  const startedAtMs = Number(given(env, 'TSUNAGI_COMMAND_STARTED_AT_MS') ?? Number.NaN);
  return {
    root,
    home: resolve(root, given(env, 'TSUNAGI_HOME') ?? '.tsunagi'),
    databaseUrl,
    temporalAddress: given(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: given(env, 'TEMPORAL_NAMESPACE') ?? 'default',
    temporalProgram: given(env, 'TSUNAGI_TEMPORAL') ?? temporalOfSetup(root),
    smtpUrl: optionalUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    port,
    publicUrl: optionalUrl(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    demo: demoFrom(given(env, 'TSUNAGI_DEMO'), databaseUrl === undefined),
    commandStartedAtMs: Number.isFinite(startedAtMs) ? startedAtMs : undefined,
    officeMailbox: given(env, 'TSUNAGI_OFFICE_MAILBOX'),
    olderMasterKeys: olderMasterKeysFrom(env),
    givenSecrets: {
      appPassword: given(env, 'TSUNAGI_APP_PASSWORD'),
      clockPassword: given(env, 'TSUNAGI_CLOCK_PASSWORD'),
      masterKey: masterKeyFrom(env),
    },
  };
}
