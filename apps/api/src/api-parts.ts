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
  TextCipher,
  TextReader,
  type Clock,
} from '#libs/persistence';
import type { DataSource } from 'typeorm';
import type { ApiConfig } from './config.ts';
import { Municipalities } from './municipality/municipalities.ts';

/** What the controllers work with; made once, closed with the API. */
export interface ApiParts {
  /** Connections of the role `app`: one municipality at a time, under row-level security. */
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
  const app = await openDataSource({
    databaseUrl: roleUrl(databaseUrl, 'app', rolePasswords.app),
    poolSize: 10,
    applicationName: 'tsunagi-api',
  });
  try {
    const clockRole = await openDataSource({
      databaseUrl: roleUrl(databaseUrl, 'clock', rolePasswords.clock),
      poolSize: 2,
      applicationName: 'tsunagi-api-health',
    });
    return partsOver(config, app, clockRole);
  } catch (error) {
    await app.destroy();
    throw error;
  }
}

/** Puts the parts together; asks the database nothing. */
export function partsOver(config: ApiConfig, app: DataSource, clockRole: DataSource): ApiParts {
  const clock = config.clock ?? databaseClock;
  const cipher = new TextCipher(config.masterKey, config.olderMasterKeys);
  sealCursors(app, cipher);
  return {
    app,
    clockRole,
    clock,
    municipalities: new Municipalities(config.demo, clock),
    executor: new RecordExecutor({
      dataSource: app,
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
      await Promise.all([app.destroy(), clockRole.destroy()]);
    },
  };
}
