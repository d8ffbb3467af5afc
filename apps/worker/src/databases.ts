import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, longPatience, roleUrl, type Patience, type ServingRole } from '#libs/persistence';
import { commandsAtOnce } from '#libs/temporal';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from './worker-config.ts';

type Where = Pick<WorkerConfig, 'databaseUrl' | 'rolePasswords'>;

/** The connections of the worker: as `app` for commands, as `clock` for ids, dates and standings of all municipalities. */
@Injectable()
export class Databases {
  readonly app: DataSource;
  readonly clock: DataSource;
  /** As `clock`, for what goes through many rows: it takes its time, and nudges do not wait behind it. */
  readonly rounds: DataSource;

  constructor(
    @InjectDataSource('app') app: DataSource,
    @InjectDataSource('clock') clock: DataSource,
    @InjectDataSource('rounds') rounds: DataSource,
  ) {
    this.app = app;
    this.clock = clock;
    this.rounds = rounds;
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
      imports: [
        connection(where, 'app', { role: 'app', poolSize: commandsAtOnce }),
        connection(where, 'clock', { role: 'clock', poolSize: 8 }),
        connection(where, 'rounds', { role: 'clock', poolSize: 2, patience: longPatience }),
      ],
      providers: [Databases],
      exports: [Databases],
    };
  }
}

interface Kept {
  readonly role: ServingRole;
  readonly poolSize: number;
  readonly patience?: Patience;
}

const connection = (
  { databaseUrl, rolePasswords }: Where,
  name: keyof Databases,
  { role, ...kept }: Kept,
): DynamicModule =>
  TypeOrmModule.forRootAsync({
    name,
    useFactory: () => ({
      ...dataSourceOptions({
        databaseUrl: roleUrl(databaseUrl, role, rolePasswords[role]),
        applicationName: `tsunagi-worker-${name}`,
        ...kept,
      }),
      // Whoever starts the worker decides about trying again; ten silent attempts would hide a wrong password.
      retryAttempts: 0,
    }),
  });
