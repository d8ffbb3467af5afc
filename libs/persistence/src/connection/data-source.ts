import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '#migrations';
import { entities } from '../entities/entities.ts';
import { listenedSettings, servingPatience, type Patience } from './listened-client.ts';
import { SnakeNaming } from './snake-naming.ts';

export interface ConnectionSettings {
  /** URL with the role that the process works as (`roleUrl`). */
  readonly databaseUrl: string;
  /** Most connections at once. Default 10. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** How long anything may be waited for; `null`: as long as it takes (migrations). Default: that of whoever serves people. */
  readonly patience?: Patience | null;
}

/**
 * How TypeORM connects, also for `TypeOrmModule.forRoot`. The schema is made by migrations only. Connections send a statement before
 * the answer to the last one has come (pipeline): the transactions here are a few round trips.
 */
export function dataSourceOptions({
  databaseUrl,
  poolSize = 10,
  applicationName = 'tsunagi',
  patience = servingPatience,
}: ConnectionSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    namingStrategy: new SnakeNaming(),
    logging: false,
    applicationName,
    extra: { max: poolSize, pipeline: true, ...listenedSettings(patience ?? undefined) },
  };
}

/** Opens the pool. @throws when the database does not answer or refuses the role. Close it with `destroy()`. */
export async function openDataSource(settings: ConnectionSettings): Promise<DataSource> {
  return new DataSource(dataSourceOptions(settings)).initialize();
}
