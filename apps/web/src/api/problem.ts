import type { Problem } from '#libs/views';

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
  /** What the support can find in the log, where the server said so: its code, and the number of what went wrong. */
  readonly code: string | undefined;
  /** What the server says of it, where it does. */
  readonly detail: string | undefined;
  /** It may pass by itself: nobody answered, or the server asks to come again, after so many seconds where it says so. */
  readonly passes: { readonly afterSeconds?: number } | undefined;

  constructor(
    reason: string,
    { code, detail, passes }: Partial<Pick<ApiUnreachable, 'code' | 'detail' | 'passes'>> = {},
  ) {
    super(reason);
    this.name = 'ApiUnreachable';
    this.code = code;
    this.detail = detail;
    this.passes = passes;
  }
}

/** What somebody reads to the support on the phone; nothing when no answer came at all. */
export function codeOfError(error: unknown): string | undefined {
  if (error instanceof ApiUnreachable) return error.code;
  return error instanceof ApiProblem ? error.problem.code : undefined;
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiProblem && error.problem.status === status;
