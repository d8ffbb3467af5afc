import { accessPolicy } from '#libs/access';
import { definitionOf } from '#libs/domain';
import {
  databaseClock,
  DraftDrawer,
  openDataSource,
  profileContexts,
  ReadingRecorder,
  RecordExecutor,
  roleUrl,
  sealCursors,
  servingPatience,
  TextCipher,
  TextReader,
  type Clock,
  type ConnectionSettings,
  type Patience,
} from '#libs/persistence';
import type { DataSource } from 'typeorm';
import type { ApiConfig } from './config.ts';
import { Municipalities } from './municipality/municipalities.ts';

/** What the controllers work with; made once, closed with the API. */
export interface ApiParts {
  /** Connections of the role `app`: one municipality at a time, under row-level security. For reading, sessions and drafts. */
  readonly app: DataSource;
  /** Connections of the role `clock`: ids and dates of all municipalities, for the health page alone. */
  readonly clockRole: DataSource;
  readonly clock: Clock;
  readonly municipalities: Municipalities;
  readonly executor: RecordExecutor;
  readonly texts: TextReader;
  readonly drafts: DraftDrawer;
  readonly readings: ReadingRecorder;
  close(): Promise<void>;
}

/** @throws when the database does not answer or refuses a role */
export async function openApiParts(config: ApiConfig): Promise<ApiParts> {
  const { databaseUrl, rolePasswords } = config;
  const asApp = roleUrl(databaseUrl, 'app', rolePasswords.app);
  const wanted: readonly ConnectionSettings[] = [
    { databaseUrl: asApp, poolSize: 8, applicationName: 'tsunagi-api-reads' },
    { databaseUrl: asApp, poolSize: 8, applicationName: 'tsunagi-api-commands' },
    {
      databaseUrl: roleUrl(databaseUrl, 'clock', rolePasswords.clock),
      poolSize: 2,
      applicationName: 'tsunagi-api-health',
      patience: healthPatience,
    },
  ];
  const opened = await Promise.allSettled(wanted.map(openDataSource));
  const [app, commands, clockRole] = opened.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  if (app && commands && clockRole) return partsOver(config, { app, commands, clockRole });
  await Promise.all([app, commands, clockRole].map(async (one) => one?.destroy()));
  throw opened.find((one) => one.status === 'rejected')?.reason;
}

/** Health says within two seconds how things are, whatever is locked. */
const healthPatience: Patience = {
  ...servingPatience,
  connectMs: 1_500,
  lockMs: 500,
  statementMs: 1_000,
  answerMs: 1_500,
};

export interface ApiConnections {
  readonly app: DataSource;
  /** As `app`, for commands alone: they queue for a municipality's log, and nobody who reads is to wait behind them. */
  readonly commands: DataSource;
  readonly clockRole: DataSource;
}

/** Puts the parts together; asks the database nothing. */
export function partsOver(config: ApiConfig, { app, commands, clockRole }: ApiConnections): ApiParts {
  const clock = config.clock ?? databaseClock;
  const cipher = new TextCipher(config.masterKey, config.olderMasterKeys);
  sealCursors(app, cipher);
  return {
    app,
    clockRole,
    clock,
    municipalities: new Municipalities(app, config.demo, clock),
    executor: new RecordExecutor({
      dataSource: commands,
      definitions: definitionOf,
      contexts: profileContexts({ demo: config.demo }),
      access: accessPolicy,
      cipher,
      clock,
    }),
    texts: new TextReader(cipher),
    drafts: new DraftDrawer(cipher),
    readings: new ReadingRecorder(),
    close: async () => {
      await Promise.all([app.destroy(), commands.destroy(), clockRole.destroy()]);
    },
  };
}
