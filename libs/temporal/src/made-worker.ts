import {
  NativeConnection,
  Worker,
  type InjectedSinks,
  type WorkerDeploymentOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { NudgeSinks, RecordActivities } from '#libs/contracts';
import { installRuntime } from './runtime.ts';
import { TemporalClient } from './temporal-client.ts';
import type { TemporalLog, TemporalSettings, WorkerBuild } from './temporal-settings.ts';
import { recordWorkerOptions } from './worker-options.ts';

/** A worker with its connection, ready to run once. */
export interface MadeWorker {
  /** Resolves when it was stopped and has drained; rejects when it died. */
  run(): Promise<void>;
  isRunning(): boolean;
  /** Asks a running one to take nothing more and to finish what it has in hand. */
  stop(): void;
  /** Closes the connection; to be called when it runs no more, or never did. */
  close(): Promise<void>;
}

export interface WorkerParts {
  readonly temporal: TemporalSettings;
  readonly workflowBundle: WorkflowBundleOption;
  readonly activities: RecordActivities;
  readonly log: TemporalLog;
  /** Called when a workflow that this worker runs has handled a nudge. */
  readonly onNudgeHandled?: () => void;
  /** Names this build to Temporal, which then sends it work once it is made current; without it every worker gets work. */
  readonly build?: WorkerBuild;
}

/** Connects and makes a worker of record workflows. @throws when Temporal does not answer or does not take it */
export async function makeWorker({
  temporal,
  workflowBundle,
  activities,
  log,
  build,
  onNudgeHandled = () => undefined,
}: WorkerParts): Promise<MadeWorker> {
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
      sinks: nudgeSinks(onNudgeHandled),
      ...(build === undefined ? {} : { workerDeploymentOptions: deploymentOf(build) }),
    });
    const isRunning = (): boolean => worker.getState() === 'RUNNING';
    return {
      run: async () => worker.run(),
      isRunning,
      stop() {
        if (isRunning()) worker.shutdown();
      },
      async close() {
        // One that never ran holds on to its connection: there is no other way to have it let go.
        if (worker.getState() === 'INITIALIZED') {
          const running = worker.run();
          worker.shutdown();
          await running;
        }
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const nudgeSinks = (handled: () => void): InjectedSinks<NudgeSinks> => ({
  nudges: { handled: { fn: handled, callDuringReplay: false } },
});

/** Running workflows go over to a newer build: pinned ones would keep old workers for months. */
const deploymentOf = (version: WorkerBuild): WorkerDeploymentOptions => ({
  version,
  useWorkerVersioning: true,
  defaultVersioningBehavior: 'AUTO_UPGRADE',
});

async function assertAnswers(temporal: TemporalSettings, log: TemporalLog): Promise<void> {
  const probe = new TemporalClient(temporal, log);
  try {
    if (!(await probe.answers())) throw new Error('Temporal does not answer');
  } finally {
    await probe.close();
  }
}
