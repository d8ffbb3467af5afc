import { Client, Connection } from '@temporalio/client';
import { kindOfError, type TemporalLog, type TemporalSettings } from './temporal-settings.ts';

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

  constructor(settings: TemporalSettings, log: TemporalLog) {
    this.#connection = Connection.lazy({ address: settings.address, connectTimeout: callMs });
    this.#client = new Client({ connection: this.#connection, namespace: settings.namespace });
    this.#log = log;
  }

  /** Runs `call` with a deadline of three seconds. @throws what the call throws, among it that Temporal is not there */
  async calling<T>(call: (client: Client) => Promise<T>): Promise<T> {
    return this.#connection.withDeadline(Date.now() + callMs, async () => call(this.#client));
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

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
