import { setTimeout as pause } from 'node:timers/promises';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker, type LogEntry, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { workflowIdOf, type RecordActivities, type RecordRef, type SentStanding } from '#libs/contracts';
import { sendNudge } from '../nudge-sender.ts';
import { registerSearchAttributes, SearchedStarts } from '../search-attributes.ts';
import { recordWorkerOptions } from '../worker-options.ts';
import { testServerPath } from './config.ts';

export { bundleRecordWorkflows } from '../workflow-bundle.ts';

/** Name of client and worker in what is recorded; the SDK's own would name the machine. */
const identity = 'tsunagi-test';
const loud: LogEntry[] = [];
/** EventType of the history: a workflow task was scheduled, started, completed. */
const taskCompleted = 7;
const taskEvents: ReadonlySet<number> = new Set([5, 6, taskCompleted]);

const told: object[] = [];
const note = (fields: object): unknown => told.push(fields);

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

/** The SDK gives its server five seconds, which a busy machine may need for something else: it is tried three times. */
async function started(triesLeft = 2): Promise<TestWorkflowEnvironment> {
  const server = { executable: { type: 'existing-path', path: testServerPath() } } as const;
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({ server, client: { identity } });
  } catch (error) {
    if (triesLeft === 0) throw error;
    return started(triesLeft - 1);
  }
}

/** A Temporal server whose clock jumps to whatever is due next, and a worker on it. One at a time. */
export class TimeSkipping {
  readonly environment: TestWorkflowEnvironment;
  readonly #bundle: WorkflowBundleWithSourceMap;
  readonly #starter: Parameters<typeof sendNudge>[0];

  private constructor(environment: TestWorkflowEnvironment, bundle: WorkflowBundleWithSourceMap) {
    this.environment = environment;
    this.#bundle = bundle;
    const starts = new SearchedStarts({ info: note, warn: note, error: note });
    this.#starter = {
      starting: async (attributes, call) =>
        starts.start(attributes, async (searched) => call(environment.client, searched)),
    };
  }

  static async start(bundle: WorkflowBundleWithSourceMap): Promise<TimeSkipping> {
    quietRuntime();
    const environment = await started();
    await registerSearchAttributes(environment.connection.operatorService, environment.client.options.namespace);
    return new TimeSkipping(environment, bundle);
  }

  async close(): Promise<void> {
    await this.environment.teardown();
  }

  /** What was logged as an alarm since the last time this was asked. */
  alarms(): readonly unknown[] {
    const fields = [...loud.splice(0).map(({ meta }) => meta ?? {}), ...told.splice(0)];
    return fields.flatMap((field) => ('alarm' in field ? [field.alarm] : []));
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

  async nudge(ref: RecordRef, standing: SentStanding): Promise<void> {
    await sendNudge(this.#starter, ref, standing);
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
