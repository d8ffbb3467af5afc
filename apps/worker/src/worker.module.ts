import { Module, type DynamicModule } from '@nestjs/common';
import { accessPolicy } from '#libs/access';
import { definitionOf } from '#libs/domain';
import {
  profileContexts,
  raiseAlarm,
  RecordExecutor,
  settleAlarm,
  standingForNudge,
  TextCipher,
} from '#libs/persistence';
import { builtWorkflowBundle, TemporalClient, TemporalModule, WorkerRunner, type TemporalLog } from '#libs/temporal';
import { Databases, DatabasesModule } from './databases.ts';
import { NudgeCarrier } from './nudge-carrier.ts';
import { NudgeTally } from './nudge-tally.ts';
import { createRecordActivities } from './record-activities.ts';
import { Rounds } from './rounds.ts';
import type { WorkerConfig, WorkerExtras } from './worker-config.ts';

/** One worker process: workflows and activities, the relay of nudges, the sweep and the pulse. */
@Module({})
export class WorkerModule {
  /** @throws when the workflows' code was not built */
  static with(config: WorkerConfig, extras: WorkerExtras, log: TemporalLog): DynamicModule {
    const { onDeath, firstPauseMs, longestPauseMs } = extras;
    const temporal = { address: config.temporalAddress, namespace: config.temporalNamespace };
    const workflowBundle = builtWorkflowBundle(extras.workflowBundlePath);
    const databases = DatabasesModule.open(config);
    const tally = new NudgeTally();
    return {
      module: WorkerModule,
      imports: [
        databases,
        TemporalModule.forWorker({
          imports: [databases],
          inject: [Databases],
          useFactory: ({ app, clock }: Databases) => ({
            temporal,
            onNudgeHandled: () => {
              tally.handled();
            },
            workflowBundle,
            log,
            activities: createRecordActivities({
              executor: executorOn(app, config),
              standingOf: async (ref) => standingForNudge(clock, ref),
              raiseAlarm: async (ref, alarm) => raiseAlarm(app, ref, alarm),
              settleAlarm: async (ref, commandType) => settleAlarm(app, ref, commandType),
              onFailure: (fields) => {
                log.warn(fields, 'activity: the record did not answer');
              },
            }),
            ...(config.build === undefined ? {} : { build: config.build }),
            ...(onDeath === undefined ? {} : { onDeath }),
            ...(firstPauseMs === undefined ? {} : { firstPauseMs }),
            ...(longestPauseMs === undefined ? {} : { longestPauseMs }),
          }),
        }),
      ],
      providers: [
        { provide: TemporalClient, useFactory: () => new TemporalClient(temporal, log) },
        {
          provide: NudgeCarrier,
          inject: [Databases, TemporalClient],
          useFactory: (own: Databases, client: TemporalClient) =>
            new NudgeCarrier({ config, databases: own, temporal: client, log, tally }),
        },
        {
          provide: Rounds,
          inject: [Databases, TemporalClient, WorkerRunner],
          useFactory: (own: Databases, client: TemporalClient, runner: WorkerRunner) =>
            new Rounds({ config, databases: own, temporal: client, runner, log, extras, tally }),
        },
      ],
    };
  }
}

const executorOn = (dataSource: Databases['app'], { masterKey, olderMasterKeys, demo }: WorkerConfig): RecordExecutor =>
  new RecordExecutor({
    dataSource,
    definitions: definitionOf,
    contexts: profileContexts({ demo }),
    access: accessPolicy,
    cipher: new TextCipher(masterKey, olderMasterKeys),
  });
