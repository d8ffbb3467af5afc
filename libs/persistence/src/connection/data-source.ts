import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '#migrations';
import { entities } from '../entities/entities.ts';
import { SnakeNaming } from './snake-naming.ts';

export interface ConnectionSettings {
  /** URL with the role that the process works as (`roleUrl`). */
  readonly databaseUrl: string;
  /** Most connections at once. Default 10. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/**
 * How TypeORM connects, also for `TypeOrmModule.forRoot`. The schema is made by migrations only. Connections send a statement before
 * the answer to the last one has come (pipeline): the transactions here are a few round trips.
 */
export function dataSourceOptions({
  databaseUrl,
  poolSize = 10,
  applicationName = 'tsunagi',
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
    // Also the longest wait for a free connection.
    connectTimeoutMS: 10_000,
    extra: { max: poolSize, pipeline: true, keepAlive: true },
  };
}

/** Opens the pool. @throws when the database does not answer or refuses the role. Close it with `destroy()`. */
export async function openDataSource(settings: ConnectionSettings): Promise<DataSource> {
  return new DataSource(dataSourceOptions(settings)).initialize();
}
