import { setTimeout as pause } from 'node:timers/promises';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker, type LogEntry, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import {
  nudgeSignalName,
  recordTaskQueue,
  workflowIdOf,
  workflowTypes,
  type RecordActivities,
  type RecordRef,
  type Standing,
} from '#libs/contracts';
import { recordWorkerOptions } from '../worker-options.ts';
import { testServerPath } from './config.ts';

export { bundleRecordWorkflows } from '../workflow-bundle.ts';

/** Name of client and worker in what is recorded; the SDK's own would name the machine. */
const identity = 'tsunagi-test';
const loud: LogEntry[] = [];
/** EventType of the history: a workflow task was scheduled, started, completed. */
const taskCompleted = 7;
const taskEvents: ReadonlySet<number> = new Set([5, 6, taskCompleted]);

/** Prepares the SDK's one runtime of this process: alarms are kept for {@link TimeSkipping.alarms}, nothing is printed. */
export function quietRuntime(): void {
  try {
    Runtime.install({
      shutdownSignals: [],
      logger: new DefaultLogger('WARN', (entry) => loud.push(entry)),
      telemetryOptions: { logging: { filter: 'OFF', console: {} } },
    });
  } catch {
    // another part of this test file has prepared it
  }
}

/** A Temporal server whose clock jumps to whatever is due next, and a worker on it. One at a time. */
export class TimeSkipping {
  readonly environment: TestWorkflowEnvironment;
  readonly #bundle: WorkflowBundleWithSourceMap;

  private constructor(environment: TestWorkflowEnvironment, bundle: WorkflowBundleWithSourceMap) {
    this.environment = environment;
    this.#bundle = bundle;
  }

  static async start(bundle: WorkflowBundleWithSourceMap): Promise<TimeSkipping> {
    quietRuntime();
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: testServerPath() } },
      client: { identity },
    });
    return new TimeSkipping(environment, bundle);
  }

  async close(): Promise<void> {
    await this.environment.teardown();
  }

  /** What was logged as an alarm since the last time this was asked. */
  alarms(): readonly unknown[] {
    return loud.splice(0).flatMap(({ meta }) => (meta?.alarm === undefined ? [] : [meta.alarm as unknown]));
  }

  async nowMs(): Promise<number> {
    return this.environment.currentTimeMs();
  }

  /** Lets the clock go on, in milliseconds; everything that falls due meanwhile happens. */
  async pass(ms: number): Promise<void> {
    await this.environment.sleep(ms);
  }

  async withWorker(activities: RecordActivities, work: () => Promise<void>): Promise<void> {
    const worker = await Worker.create({
      ...recordWorkerOptions,
      maxConcurrentWorkflowTaskPolls: 2,
      identity,
      connection: this.environment.nativeConnection,
      workflowBundle: this.#bundle,
      activities: { ...activities },
      shutdownGraceTime: 0,
      shutdownForceTime: '5s',
    });
    await worker.runUntil(work);
  }

  async nudge(ref: RecordRef, standing: Standing): Promise<void> {
    await this.environment.client.workflow.signalWithStart(workflowTypes[ref.kind], {
      workflowId: workflowIdOf(ref),
      taskQueue: recordTaskQueue,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      args: [{ ref, standing }],
      signal: nudgeSignalName,
      signalArgs: [standing],
    });
  }

  /** Ends the workflow of a record if it runs. */
  async end(ref: RecordRef): Promise<void> {
    const handle = this.environment.client.workflow.getHandle(workflowIdOf(ref));
    if ((await handle.describe()).status.name === 'RUNNING') await handle.terminate();
  }

  /** Resolves when the newest run has worked off everything it was told: no workflow task waits or runs. */
  async settled(ref: RecordRef): Promise<void> {
    // asked by the history and not by a query: the test server loses a query when the run continues as new meanwhile
    const handle = this.environment.client.workflow.getHandle(workflowIdOf(ref));
    for (;;) {
      const { events } = await handle.fetchHistory();
      const last = events?.findLast(({ eventType }) => taskEvents.has(Number(eventType)));
      if (Number(last?.eventType) === taskCompleted) return;
      await pause(5);
    }
  }
}
