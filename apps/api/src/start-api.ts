import 'reflect-metadata';
import { createApi } from './create-api.ts';
import { openApiParts } from './api-parts.ts';
import type { ApiConfig } from './config.ts';

export interface RunningApi {
  /** Where the pages are, `http://host:port`; no slash at the end. */
  readonly url: string;
  /** Answers what is under way, then closes the port and the database connections. */
  close(): Promise<void>;
}

/**
 * Opens the pages and the API. Installs no signal handlers.
 * @throws when the port is taken, the database does not answer, or a route would serve without asking who may
 */
export async function startApi(config: ApiConfig): Promise<RunningApi> {
  const parts = await openApiParts(config);
  try {
    const app = await createApi(config, parts);
    await app.listen(config.port, config.host);
    return {
      url: await app.getUrl(),
      close: async () => {
        await app.close();
        await parts.close();
      },
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}
