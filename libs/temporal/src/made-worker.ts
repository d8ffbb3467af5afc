import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { RecordActivities } from '#libs/contracts';
import { installRuntime } from './runtime.ts';
import { TemporalClient } from './temporal-client.ts';
import type { TemporalLog, TemporalSettings } from './temporal-settings.ts';
import { recordWorkerOptions } from './worker-options.ts';

/** A worker with its connection, ready to run once. */
export interface MadeWorker {
  /** Resolves when it was stopped and has drained; rejects when it died. */
  run(): Promise<void>;
  isRunning(): boolean;
  /** Asks a running one to take nothing more and to finish what it has in hand. */
  stop(): void;
  /** Closes the connection; to be called when it runs no more. */
  close(): Promise<void>;
}

export interface WorkerParts {
  readonly temporal: TemporalSettings;
  readonly workflowBundle: WorkflowBundleOption;
  readonly activities: RecordActivities;
  readonly log: TemporalLog;
}

/** Connects and makes a worker of record workflows. @throws when Temporal does not answer or does not take it */
export async function makeWorker({ temporal, workflowBundle, activities, log }: WorkerParts): Promise<MadeWorker> {
  // The SDK's own connecting can neither be given a deadline nor be given up: it is begun only where somebody answers.
  await assertAnswers(temporal, log);
  installRuntime(log);
  const connection = await NativeConnection.connect({ address: temporal.address });
  try {
    const worker = await Worker.create({
      ...recordWorkerOptions,
      namespace: temporal.namespace,
      connection,
      workflowBundle,
      activities: { ...activities },
    });
    const isRunning = (): boolean => worker.getState() === 'RUNNING';
    return {
      run: async () => worker.run(),
      isRunning,
      stop() {
        if (isRunning()) worker.shutdown();
      },
      close: async () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function assertAnswers(temporal: TemporalSettings, log: TemporalLog): Promise<void> {
  const probe = new TemporalClient(temporal, log);
  try {
    if (!(await probe.answers())) throw new Error('Temporal does not answer');
  } finally {
    await probe.close();
  }
}
