import { Client, Connection } from '@temporalio/client';
import type { TypedSearchAttributes } from '@temporalio/common';
import { registerSearchAttributes, SearchedStarts, type Searched } from './search-attributes.ts';
import { kindOfError, type TemporalLog, type TemporalSettings, type WorkerBuild } from './temporal-settings.ts';

const callMs = 3_000;
const pingMs = 2_000;

/**
 * The client that starts and signals workflows. It connects at the first call and again whenever the connection was lost:
 * nothing of ours needs Temporal up to boot. Every call ends within seconds, so a caller can try again later.
 */
export class TemporalClient {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #log: TemporalLog;
  readonly #starts: SearchedStarts;

  constructor(settings: TemporalSettings, log: TemporalLog) {
    this.#connection = Connection.lazy({ address: settings.address, connectTimeout: callMs });
    this.#client = new Client({ connection: this.#connection, namespace: settings.namespace });
    this.#log = log;
    this.#starts = new SearchedStarts(log);
  }

  /** Runs `call` with a deadline of three seconds. @throws what the call throws, among it that Temporal is not there */
  async calling<T>(call: (client: Client) => Promise<T>): Promise<T> {
    return this.#connection.withDeadline(Date.now() + callMs, async () => call(this.#client));
  }

  /** Like {@link calling}, for what starts a workflow: `searched` belongs to its options. */
  async starting<T>(
    attributes: TypedSearchAttributes,
    call: (client: Client, searched: Searched) => Promise<T>,
  ): Promise<T> {
    return this.#starts.start(attributes, async (searched) => this.calling(async (client) => call(client, searched)));
  }

  /** Makes the namespace know the attributes that workflows are found by. @throws when Temporal is not there or does not allow it */
  async registerSearchAttributes(): Promise<void> {
    await this.calling(async () =>
      registerSearchAttributes(this.#connection.operatorService, this.#client.options.namespace),
    );
  }

  /** Does Temporal answer at this moment? */
  async answers(): Promise<boolean> {
    try {
      await this.#connection.withDeadline(Date.now() + pingMs, async () =>
        this.#connection.workflowService.getSystemInfo({}),
      );
      return true;
    } catch (error) {
      this.#log.info({ error: kindOfError(error) }, 'temporal: not answering');
      return false;
    }
  }

  /**
   * Does Temporal give work to this build of a deployment of workers, all of it or a share? Until a build is made current it gets none.
   * @throws when Temporal does not answer
   */
  async givesWorkTo({ deploymentName, buildId }: WorkerBuild): Promise<boolean> {
    const { namespace } = this.#client.options;
    const { workerDeploymentInfo } = await this.#connection.withDeadline(Date.now() + callMs, async () =>
      this.#connection.workflowService.describeWorkerDeployment({ namespace, deploymentName }),
    );
    const { currentDeploymentVersion, rampingDeploymentVersion } = workerDeploymentInfo?.routingConfig ?? {};
    return [currentDeploymentVersion, rampingDeploymentVersion].some((version) => version?.buildId === buildId);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
