import type { TemporalLog } from '#libs/temporal';

export interface WorkerConfig {
  /** URL of the owner role; the worker itself works as `app` and `clock`. */
  readonly databaseUrl: string;
  readonly rolePasswords: { readonly app: string; readonly clock: string };
  /** 32 bytes, base64. */
  readonly masterKey: string;
  /** Master keys of before, oldest last. */
  readonly olderMasterKeys?: readonly string[];
  /** `host:port` */
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly demo: boolean;
  /** Days after which a command that was carried out is forgotten; default 90. */
  readonly commandLogDays?: number;
  /** Where `/live` and `/ready` answer; without it nowhere. */
  readonly probePort?: number;
  /** Build of this worker, for roll-outs step by step; without it every worker gets work. */
  readonly build?: { readonly deploymentName: string; readonly buildId: string };
}

/** What an embedding process may say as well. */
export interface WorkerExtras {
  readonly log?: TemporalLog;
  /** Called when the running worker has died; without it the worker is started anew in this process. */
  readonly onDeath?: (error: unknown) => void;
  /** Path of the workflows' code; default: where the build leaves it. */
  readonly workflowBundlePath?: string;
  /** How often overdue records are looked for, and the pulse is written; ms. Defaults 60 s and 10 s. */
  readonly sweepEveryMs?: number;
  readonly pulseEveryMs?: number;
  /** How often workflows are counted, and workflows of older procedures are looked for; ms. Default 60 s. */
  readonly countEveryMs?: number;
  /** First and longest pause before Temporal is tried again, ms. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
}
