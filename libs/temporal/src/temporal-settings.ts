/** Where Temporal is. Any cluster: the development server, one of our own on PostgreSQL, or Cloud. */
export interface TemporalSettings {
  /** `host:port` of the frontend. */
  readonly address: string;
  readonly namespace: string;
}

/** Where these rooms report; a pino logger fits. Fields are ids, codes and numbers, never anything about people. */
export interface TemporalLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What may be told of an error: its class and code. Messages of others may hold anything. */
export function kindOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}

/** One build of a deployment of workers; a new build needs a new `buildId`. */
export interface WorkerBuild {
  readonly deploymentName: string;
  readonly buildId: string;
}
