import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { openDataSource, roleUrl } from '#libs/persistence';
import { commandsAtOnce } from '#libs/temporal';
import type { WorkerConfig } from './worker-config.ts';

type DataSource = Awaited<ReturnType<typeof openDataSource>>;

/** The connections of the worker: as `app` for commands, as `clock` for ids, dates and standings of all municipalities. */
@Injectable()
export class Databases implements OnApplicationShutdown {
  readonly app: DataSource;
  readonly clock: DataSource;

  private constructor(app: DataSource, clock: DataSource) {
    this.app = app;
    this.clock = clock;
  }

  /** @throws when the database does not answer or refuses a role */
  static async open({
    databaseUrl,
    rolePasswords,
  }: Pick<WorkerConfig, 'databaseUrl' | 'rolePasswords'>): Promise<Databases> {
    const app = await openDataSource({
      databaseUrl: roleUrl(databaseUrl, 'app', rolePasswords.app),
      poolSize: commandsAtOnce,
      applicationName: 'tsunagi-worker',
    });
    const clock = await openDataSource({
      databaseUrl: roleUrl(databaseUrl, 'clock', rolePasswords.clock),
      poolSize: 8,
      applicationName: 'tsunagi-worker-clock',
    });
    return new Databases(app, clock);
  }

  /** Nest calls this after every `beforeApplicationShutdown`: nobody is working with them any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.app.destroy();
    await this.clock.destroy();
  }
}
