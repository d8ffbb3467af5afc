/** One field that the API did not accept; `field` is the path within the body (`persons.0.nameText`). */
interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** What somebody else wrote meanwhile and what was sent, field by field. */
type ConflictTexts = Readonly<Record<string, unknown>>;

export interface Conflict {
  readonly part: string;
  readonly version: number;
  readonly current?: ConflictTexts;
  readonly submitted?: ConflictTexts;
}

/** Problem details (RFC 9457) as the API sends them; `detail` is a Japanese sentence meant for the reader. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly conflict?: Conflict;
}

/** The API answered, and said no. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No answer that means anything came: the line is cut, the server is away or broken. Sending the same again is safe. */
export class ApiUnreachable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ApiUnreachable';
  }
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiProblem && error.problem.status === status;
