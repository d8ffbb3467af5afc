import { Module, type DynamicModule, type InjectionToken } from '@nestjs/common';
import { WORKER_SETTINGS, WorkerRunner, type WorkerSettings } from './worker-runner.ts';

/** Gives an app the worker of the record workflows; `settings` is asked once its dependencies are there. */
@Module({})
export class TemporalModule {
  static forWorker(settings: {
    readonly inject: readonly InjectionToken[];
    readonly imports?: DynamicModule['imports'];
    readonly useFactory: (...dependencies: never[]) => WorkerSettings;
  }): DynamicModule {
    const { inject, imports, useFactory } = settings;
    return {
      module: TemporalModule,
      ...(imports === undefined ? {} : { imports }),
      providers: [{ provide: WORKER_SETTINGS, inject: [...inject], useFactory }, WorkerRunner],
      exports: [WorkerRunner],
    };
  }
}
