import type { Int } from './record-view.ts';

/** One field that was not accepted; `field` is its path in the body, 'persons.0.nameText'. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** What two people wrote: what is there now and what was sent, by the body's field names. `current` is left out where the viewer may not read it. */
export interface Conflict {
  readonly part: string;
  readonly version: Int;
  readonly current?: Readonly<Record<string, unknown>>;
  readonly submitted?: Readonly<Record<string, unknown>>;
}

/** Problem details (RFC 9457), with our code beside the type; `detail` is a Japanese sentence, shown as it is. */
export interface Problem {
  /** `urn:tsunagi:problem:<code>` */
  readonly type: string;
  readonly title: string;
  readonly status: Int;
  readonly code: string;
  readonly detail: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldProblem[];
  readonly conflict?: Conflict;
}
