/** Why the start is refused. Stable; listed with its exit code in docs/operations.md. */
export type StartRefusalCode =
  | 'start.setting-invalid'
  | 'start.port-taken'
  | 'start.second-instance'
  | 'start.no-temporal'
  | 'start.postgres-cannot-enter'
  | 'start.postgres-failed'
  | 'start.database-unreachable'
  | 'start.reset-cancelled'
  | 'start.reset-external';

const exitCodes = {
  'start.no-temporal': 11,
  'start.postgres-cannot-enter': 12,
  'start.postgres-failed': 13,
  'start.setting-invalid': 20,
  'start.port-taken': 21,
  'start.second-instance': 22,
  'start.reset-cancelled': 24,
  'start.reset-external': 25,
  'start.database-unreachable': 26,
} as const satisfies Record<StartRefusalCode, number>;

/** The start cannot go on, for a reason the person in front of it can mend. Nothing half done is left behind. */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode;
  /** Japanese: what is the matter, what to do. */
  readonly lines: readonly string[];

  constructor(code: StartRefusalCode, lines: readonly string[], cause?: unknown) {
    super(`[${code}] ${lines.join(' ')}`, { cause });
    this.code = code;
    this.lines = lines;
  }

  /** Exit code of the process, between 1 and 125. */
  get exitCode(): number {
    return exitCodes[this.code];
  }
}
