import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RebuilderAccess } from '#libs/persistence';
import { homeFolder, type HomeFolder } from '../../local/src/home/home-folder.ts';
import { readLocalConfig } from '../../local/src/config.ts';
import { ensureOwnDatabase } from '../../local/src/postgres/own-database.ts';
import { Refusal } from './refusal.ts';

/** What an operator's command works on: the installation that the environment names, or the one that runs on this machine. */
export interface OperatorConfig {
  /** URL of the database's owner role. */
  readonly databaseUrl: string;
  readonly rolePasswords: { readonly app: string; readonly clock: string };
  /** `host:port`; undefined when none is known. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  /** Where the pages are; no slash at the end. */
  readonly publicUrl: string;
  /** 32 bytes, base64; undefined when it is not known. Those of before, oldest last. */
  readonly masterKey: string | undefined;
  readonly olderMasterKeys: readonly string[];
  readonly demo: boolean;
}

/** What rebuilding records needs. @throws Refusal `cli.setting-missing` without the master key: links to reply by are found by it */
export function rebuilderAccess({ masterKey, ...config }: OperatorConfig): RebuilderAccess {
  if (masterKey === undefined)
    throw new Refusal('cli.setting-missing', ['マスターキーがありません。TSUNAGI_MASTER_KEY を設定してください。']);
  return { ...config, masterKey };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `DATABASE_URL` and its companions, or the notes that the one-machine start keeps in `TSUNAGI_HOME`.
 * @throws Refusal `cli.nothing-running` when neither is there, `cli.setting-missing` when a companion is missing
 */
export async function readOperatorConfig(env: Environment = process.env): Promise<OperatorConfig> {
  const local = readLocalConfig(env);
  const home = homeFolder(local.home);
  const common = {
    temporalNamespace: local.temporalNamespace,
    masterKey: local.givenSecrets.masterKey ?? keptSecret(home, 'master-key'),
    olderMasterKeys: local.olderMasterKeys,
    demo: local.demo,
  };
  const ports = portsOf(home);
  const temporalAddress =
    local.temporalAddress ?? (ports['temporal'] === undefined ? undefined : `127.0.0.1:${ports['temporal']}`);
  if (local.databaseUrl !== undefined) {
    const { appPassword, clockPassword } = local.givenSecrets;
    const app = appPassword ?? keptSecret(home, 'app-password');
    const clock = clockPassword ?? keptSecret(home, 'clock-password');
    if (app === undefined || clock === undefined)
      throw new Refusal('cli.setting-missing', [
        'データベースの役割の合言葉がありません。TSUNAGI_APP_PASSWORD と TSUNAGI_CLOCK_PASSWORD を設定してください。',
      ]);
    return {
      ...common,
      databaseUrl: local.databaseUrl,
      rolePasswords: { app, clock },
      temporalAddress,
      publicUrl: local.publicUrl,
    };
  }
  const superuser = keptSecret(home, 'postgres-superuser');
  const owner = keptSecret(home, 'postgres-owner');
  const app = keptSecret(home, 'app-password');
  const clock = keptSecret(home, 'clock-password');
  const port = ports['postgres'];
  if (superuser === undefined || owner === undefined || app === undefined || clock === undefined || port === undefined)
    throw nothingRunning(local.home);
  const databaseUrl = await ensureOwnDatabase(port, superuser, owner).catch(() => {
    throw nothingRunning(local.home);
  });
  return {
    ...common,
    databaseUrl,
    rolePasswords: { app, clock },
    temporalAddress,
    publicUrl: instanceUrl(home) ?? local.publicUrl,
  };
}

const nothingRunning = (home: string): Refusal =>
  new Refusal('cli.nothing-running', [
    `動いているつなぎが見つかりません(${home})。`,
    'npm start で始めるか、DATABASE_URL でデータベースを指してください。',
  ]);

function keptSecret(home: HomeFolder, name: string): string | undefined {
  const path = join(home.secrets, name);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

function portsOf(home: HomeFolder): Readonly<Record<string, number | undefined>> {
  const note = noteIn(home.portsNote);
  return Object.fromEntries(
    Object.entries(note).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function instanceUrl(home: HomeFolder): string | undefined {
  const { url } = noteIn(join(home.run, 'instance.json'));
  return typeof url === 'string' ? url : undefined;
}

function noteIn(path: string): Readonly<Record<string, unknown>> {
  if (!existsSync(path)) return {};
  const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof note === 'object' && note !== null ? { ...note } : {};
}
