import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, roleUrl, type ServingRole } from '#libs/persistence';
import { commandsAtOnce } from '#libs/temporal';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from './worker-config.ts';

type Where = Pick<WorkerConfig, 'databaseUrl' | 'rolePasswords'>;

/** The connections of the worker: as `app` for commands, as `clock` for ids, dates and standings of all municipalities. */
@Injectable()
export class Databases {
  readonly app: DataSource;
  readonly clock: DataSource;

  constructor(@InjectDataSource('app') app: DataSource, @InjectDataSource('clock') clock: DataSource) {
    this.app = app;
    this.clock = clock;
  }
}

/**
 * Opens them with the worker and closes them after it: `@nestjs/typeorm` ends its pools in `onApplicationShutdown`, which Nest calls after
 * every `beforeApplicationShutdown`, so nobody is working with them any more. A database that does not answer ends the start at once.
 */
@Module({})
export class DatabasesModule {
  static open(where: Where): DynamicModule {
    return {
      module: DatabasesModule,
      imports: [connection(where, 'app', commandsAtOnce), connection(where, 'clock', 8)],
      providers: [Databases],
      exports: [Databases],
    };
  }
}

const connection = ({ databaseUrl, rolePasswords }: Where, role: ServingRole, poolSize: number): DynamicModule =>
  TypeOrmModule.forRootAsync({
    name: role,
    useFactory: () => ({
      ...dataSourceOptions({
        databaseUrl: roleUrl(databaseUrl, role, rolePasswords[role]),
        poolSize,
        applicationName: `tsunagi-worker-${role}`,
      }),
      // Whoever starts the worker decides about trying again; ten silent attempts would hide a wrong password.
      retryAttempts: 0,
    }),
  });
