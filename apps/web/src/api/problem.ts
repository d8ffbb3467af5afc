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
  constructor(reason: string) {
    super(reason);
    this.name = 'ApiUnreachable';
  }
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiProblem && error.problem.status === status;
