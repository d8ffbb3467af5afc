import { readFileSync } from 'node:fs';
import type { Clock } from '#libs/persistence';

/** Where controllers find the settings. */
export const API_CONFIG = Symbol('ApiConfig');

/** Settings of the API, given by the one-machine start or read from the environment. */
export interface ApiConfig {
  /** URL of the database's owner role; the API itself works as `app`, and for its health page as `clock`. */
  readonly databaseUrl: string;
  readonly rolePasswords: { readonly app: string; readonly clock: string };
  /** 32 bytes, base64. */
  readonly masterKey: string;
  /** Master keys of before, oldest last: they still open what was written under them. */
  readonly olderMasterKeys?: readonly string[];
  readonly host: string;
  /** 0 lets the machine choose. */
  readonly port: number;
  /** What links begin with and what `Origin` must say; no slash at the end. */
  readonly publicUrl: string;
  /** Proxies in front, addresses or networks: what they say of who asks is believed. */
  readonly trustedProxies?: readonly string[];
  /** Sign-in from the list of invented people. Only ever with the demo. */
  readonly demo: boolean;
  /** One line a request on the standard output: method, route pattern, status, milliseconds. Never an address or a body. */
  readonly logRequests?: boolean;
  /** File for what went wrong; without it the error output. */
  readonly problemLog?: string;
  /** How long a request may take to arrive, milliseconds; default 20 seconds. */
  readonly slowestRequestMs?: number;
  /** Folder of the built pages; default `dist/apps/web` of this clone. */
  readonly webRoot?: string;
  /** The now of the rules; default the database's clock. Tests drive it. */
  readonly clock?: Clock;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings of an API that runs as a process of its own. @throws Error naming the setting that is missing or cannot be meant. */
export function readApiConfig(env: Environment = process.env): ApiConfig {
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a whole number up to 65535');
  return {
    databaseUrl: needed(env, 'DATABASE_URL'),
    rolePasswords: { app: secret(env, 'TSUNAGI_APP_PASSWORD'), clock: secret(env, 'TSUNAGI_CLOCK_PASSWORD') },
    masterKey: masterKey(secret(env, 'TSUNAGI_MASTER_KEY'), 'TSUNAGI_MASTER_KEY'),
    olderMasterKeys: (optionalSecret(env, 'TSUNAGI_OLDER_MASTER_KEYS') ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '')
      .map((key) => masterKey(key, 'TSUNAGI_OLDER_MASTER_KEYS')),
    host: env['HOST'] ?? '0.0.0.0',
    port,
    publicUrl: publicUrlOf(needed(env, 'PUBLIC_URL')),
    trustedProxies: (env['TSUNAGI_TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
    // The list of people without passwords belongs to the one-machine start alone.
    demo: false,
    logRequests: true,
  };
}

function needed(env: Environment, name: string): string {
  const value = env[name]?.trim();
  if (value === undefined || value === '') throw new Error(`${name} is missing`);
  return value;
}

/** A secret is given as itself or, with `_FILE`, as the name of a file that holds it. */
function optionalSecret(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`]?.trim();
  return file === undefined || file === '' ? env[name]?.trim() : readFileSync(file, 'utf8').trim();
}

const secret = (env: Environment, name: string): string => needed({ [name]: optionalSecret(env, name) }, name);

function masterKey(text: string, name: string): string {
  if (Buffer.from(text, 'base64').length !== 32) throw new Error(`${name} must be 32 bytes in base64`);
  return text;
}

function publicUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new Error('PUBLIC_URL must be an http or https URL');
  return text.replace(/\/+$/u, '');
}
