import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState, troubleOf, UncertainCommit } from '#libs/persistence';
import type { ProblemLog } from '../log/problem-log.ts';
import { databaseProblem, type UnderWay } from './database-problems.ts';
import { refusalOfStatus } from './framework-problems.ts';
import { problem, ProblemError } from './problem.ts';
import type { Problem } from '#libs/views';

/** The one place where something thrown becomes an answer: by type, never by message (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: ProblemLog;

  constructor(log: ProblemLog) {
    this.#log = log;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const told = this.toldOf(thrown, http.getRequest<FastifyRequest>());
    const reply = http
      .getResponse<FastifyReply>()
      .status(told.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store');
    const { retryAfter } = told.params ?? {};
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply.send(told);
  }

  private toldOf(thrown: unknown, request: FastifyRequest): Problem {
    if (thrown instanceof ProblemError) return thrown.problem;
    const trouble = troubleOf(thrown);
    if (trouble !== undefined) {
      this.#log.database({ ...placeOf(request), name: nameOf(thrown), trouble });
      return databaseProblem(trouble, underWay(thrown, request));
    }
    const status = statusOf(thrown);
    return (status === undefined ? undefined : refusalOfStatus(status)) ?? this.unexpected(thrown, request);
  }

  /** Neither body nor query string nor the URL itself reach the log: they may name people or hold a reply link. */
  private unexpected(thrown: unknown, request: FastifyRequest): Problem {
    const id = randomUUID();
    this.#log.unexpected({ id, ...placeOf(request), name: nameOf(thrown), stack: framesOf(thrown) });
    return problem(
      500,
      'unexpected',
      `システムの不具合です。もう一度試しても同じときは、この番号を担当者へお知らせください: ${id}`,
      {
        params: { id },
      },
    );
  }
}

const underWay = (thrown: unknown, { method }: FastifyRequest): UnderWay => {
  if (method === 'GET' || method === 'HEAD') return 'reading';
  return thrown instanceof UncertainCommit ? 'committing' : 'changing';
};

const placeOf = ({ method, routeOptions }: FastifyRequest): { readonly method: string; readonly route: string } => ({
  method,
  route: routeOptions.url ?? '(no route)',
});

/** Status of what Nest or Fastify refused by itself (bad JSON, unknown route, too large). */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return undefined;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const coded = [thrown, thrown.cause].find((one) => sqlState(one) !== undefined);
  return [thrown.constructor.name, sqlState(coded)].filter((word) => word !== undefined).join(' ');
}

/** A database's message may quote the row it refused: of the stack only the frames are kept. */
const framesOf = (thrown: unknown): readonly string[] =>
  thrown instanceof Error
    ? (thrown.stack ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.startsWith('at '))
    : [];
