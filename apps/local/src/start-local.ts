import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosingOrder } from './closing-order.ts';
import type { LocalConfig } from './config.ts';
import { isPortTaken } from './home/free-port.ts';
import { homeFolder, makeHome, type HomeFolder } from './home/home-folder.ts';
import { lockInstance } from './home/instance-lock.ts';
import { emptyHome, finishReset } from './home/reset.ts';
import { secretsOf } from './home/secrets.ts';
import { startMailCatcher, type MailCatcher } from './mail/mail-catcher.ts';
import { endLeftoverPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { assertDatabaseAnswers } from './postgres/given-database.ts';
import { assertPostgresReaches, postgresUser } from './postgres/postgres-user.ts';
import { postgresPrograms } from './postgres/postgres-programs.ts';
import { keepRunBefore } from './processes/kept-process.ts';
import type { DemoPerson, RoomSettings, Rooms } from './rooms.ts';
import type { Screen } from './screen/screen.ts';
import { StartRefusal } from './start-refusal.ts';
import { endLeftoverTemporal, startTemporal, type RunningTemporal } from './temporal/dev-server.ts';

/** Pages are for this machine: the demo's sign-in asks for no password. */
const host = '127.0.0.1';
/** Our own server answers soon; one that was given may be down, which is no reason to wait. */
const patienceMs = { own: 60_000, given: 5_000 } as const;

export interface StartedLocal {
  readonly url: string;
  readonly people: readonly DemoPerson[];
  readonly mailPageUrl: string | undefined;
  readonly temporalPageUrl: string | undefined;
  /** `performance.now()` of this process when the first page had been answered. */
  readonly firstPageAt: number;
}

export interface StartOptions {
  readonly config: LocalConfig;
  readonly rooms: Rooms;
  readonly screen: Screen;
  readonly closing: ClosingOrder;
  /** Delete everything first; the person has agreed. */
  readonly reset: boolean;
  /** Aborted when the start is to be given up. */
  readonly signal: AbortSignal;
  /** Called when something without which nothing works has ended by itself. */
  readonly onLost: (what: string) => void;
}

async function assertPortFree(config: LocalConfig): Promise<void> {
  if (!(await isPortTaken(config.port, host))) return;
  throw new StartRefusal('start.port-taken', [
    `ポート ${config.port} は、ほかのプログラムが使っています。`,
    `そのプログラムを終わらせるか、別の番号で始めてください(例: PORT=${config.port === 65_535 ? 3000 : config.port + 1} npm start)。`,
  ]);
}

/** Everything that can be refused is asked here, before anything is made or started. */
async function refuseEarly(config: LocalConfig, home: HomeFolder): Promise<void> {
  if (
    config.temporalAddress === undefined &&
    (config.temporalProgram === undefined || !existsSync(config.temporalProgram))
  ) {
    throw new StartRefusal('start.no-temporal', [
      'Temporal サーバーがありません。npm start から始めると用意します。',
      '動いている Temporal を使うときは TEMPORAL_ADDRESS で指してください。',
    ]);
  }
  if (config.databaseUrl === undefined) assertPostgresReaches(postgresUser(), postgresPrograms().postgres, home.path);
  else await assertDatabaseAnswers(config.databaseUrl);
  // With a home there may be an instance of ours on the port: that is told by its lock, which says more.
  if (!existsSync(home.path)) await assertPortFree(config);
}

async function databaseFor({ config, screen, closing, onLost }: StartOptions, home: HomeFolder): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const [title, expected] = existsSync(home.postgres)
    ? ['データベースを起動しています', '1 秒']
    : ['データベースを作って起動しています', '5 秒'];
  const postgres = await screen.step(title, expected, async () =>
    startEmbeddedPostgres(home, {
      onLost: (how) => {
        screen.line(`PostgreSQL が終わりました(${how})。もう一度起動します。記録: ${home.logs}/postgres.log.1`);
      },
      onGone: (why) => {
        onLost(`PostgreSQL を起動し直せません(${why})。終わらせます。記録: ${home.logs}/postgres.log`);
      },
    }),
  );
  closing.add('PostgreSQL', postgres.stop, postgres.kill);
  return postgres.databaseUrl;
}

async function mailFor({ config, closing, screen }: StartOptions, home: HomeFolder): Promise<MailCatcher | undefined> {
  if (config.smtpUrl !== undefined) return undefined;
  const catcher = await screen.step('メールの受け皿を用意しています', '1 秒', async () => startMailCatcher(home));
  closing.add('mail catcher', catcher.close);
  return catcher;
}

async function temporalFor(
  { config, closing, screen }: StartOptions,
  home: HomeFolder,
): Promise<RunningTemporal | undefined> {
  const { temporalAddress, temporalProgram, temporalNamespace } = config;
  if (temporalAddress !== undefined || temporalProgram === undefined) return undefined;
  const temporal = await startTemporal(home, temporalProgram, temporalNamespace, (how) => {
    screen.line(`Temporal が終わりました(${how})。もう一度起動します。記録: ${home.logs}/temporal.log`);
  });
  closing.add('Temporal', temporal.stop, temporal.kill);
  return temporal;
}

/** What an earlier start left when it was killed: its servers, or half a reset. */
async function tidyUp({ screen }: StartOptions, home: HomeFolder): Promise<void> {
  const left = await Promise.all([endLeftoverPostgres(home), endLeftoverTemporal(home)]);
  if (left.includes(true)) screen.line('・前回、途中で止められたあとに残っていたサーバーを終わらせました');
  if (finishReset(home)) screen.line('・前回の --reset の続きを終わらせました');
}

/** A cluster of somebody else's is told by whoever keeps it (docs/operations.md). */
async function registerSearchAttributes(screen: Screen, settings: RoomSettings): Promise<void> {
  const { searchAttributesRegistered } = await import('./temporal/search-attributes.ts');
  if (!(await searchAttributesRegistered(settings.temporalAddress, settings.temporalNamespace)))
    screen.line('  Temporal の画面で段階などから手続きを探すことはできません(検索属性を登録できませんでした)');
}

async function openProcedures(options: StartOptions, settings: RoomSettings): Promise<void> {
  const { rooms, closing, screen, signal } = options;
  const { temporalAnswers } = await import('./temporal/temporal-answers.ts');
  const answered = await screen.step('Temporal の応答を待っています', '数秒', async () =>
    temporalAnswers(
      settings.temporalAddress,
      settings.temporalNamespace,
      patienceMs[options.config.temporalAddress === undefined ? 'own' : 'given'],
      signal,
    ),
  );
  if (!answered)
    screen.line('  Temporal がまだ応答しません。記録はそのまま使えます。つながりしだい、手続きは自動で追いつきます');
  if (signal.aborted) return;
  if (answered && options.config.temporalAddress === undefined) await registerSearchAttributes(screen, settings);
  const worker = await screen.step('手続きを動かす係(ワーカー)を起動しています', '数秒', async () =>
    rooms.openWorker(settings),
  );
  closing.add('worker', async () => worker.close());
}

/**
 * Starts everything that the settings do not name: pages first, then what works in the background.
 * What was opened is in `closing`, also when this throws.
 * @throws StartRefusal, with nothing half done
 */
export async function startLocal(options: StartOptions): Promise<StartedLocal> {
  const { config, rooms, screen, closing, signal } = options;
  const home = homeFolder(config.home);
  await refuseEarly(config, home);
  makeHome(home);
  const lock = lockInstance(home);
  closing.add('lock', async () => {
    lock.release();
    await Promise.resolve();
  });
  await tidyUp(options, home);
  makeHome(home);
  await assertPortFree(config);
  if (options.reset) {
    emptyHome(home);
    makeHome(home);
  }

  const secrets = secretsOf(home, config.givenSecrets);
  const loading = rooms.load();
  // Awaited below; until then a failure of it must not end the process under a database that is just starting.
  loading.catch(() => undefined);
  const databaseUrl = await databaseFor(options, home);
  await loading;
  signal.throwIfAborted();
  const catcher = await mailFor(options, home);
  const settings: RoomSettings = {
    databaseUrl,
    rolePasswords: { app: secrets.appPassword, clock: secrets.clockPassword },
    masterKey: secrets.masterKey,
    olderMasterKeys: config.olderMasterKeys,
    host,
    port: config.port,
    publicUrl: config.publicUrl,
    demo: config.demo,
    temporalAddress: config.temporalAddress ?? '',
    temporalNamespace: config.temporalNamespace,
    smtpUrl: config.smtpUrl ?? catcher?.smtpUrl ?? '',
    officeMailbox: config.officeMailbox,
    problemLog: keepRunBefore(join(home.logs, 'pages.log')),
  };
  const unfolded = await screen.step('データベースの形を整えています', '初回は数秒', async () =>
    rooms.migrate(settings),
  );
  for (const record of unfolded) screen.line(`  ${record}: 出来事の記録から作り直せません。この記録は使えません`);
  signal.throwIfAborted();
  const people = config.demo
    ? await screen.step('デモの記録を用意しています', '初回は数秒', async () => rooms.seed(settings))
    : [];
  const api = await screen.step('画面を開いています', '2 秒', async () => rooms.openApi(settings));
  closing.add('api', async () => api.close());
  await fetch(new URL('/', api.url), { signal });
  const firstPageAt = performance.now();
  lock.describe(config.publicUrl);
  screen.line(`  画面を使えます: ${config.publicUrl}`);

  const temporal = await temporalFor(options, home);
  const reachable = { ...settings, temporalAddress: config.temporalAddress ?? temporal?.address ?? '' };
  const notifier = await screen.step('メールを送る係を起動しています', '1 秒', async () =>
    rooms.openNotifier(reachable),
  );
  closing.add('notifier', async () => notifier.close());
  await openProcedures(options, reachable);
  return {
    url: config.publicUrl,
    people,
    mailPageUrl: catcher?.pageUrl,
    temporalPageUrl: temporal?.pageUrl,
    firstPageAt,
  };
}
