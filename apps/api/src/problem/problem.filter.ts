import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem, ProblemError } from './problem.ts';
import type { Problem } from '#libs/views';

const details: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['shape.body', '送られたものを読めませんでした。画面を開き直して、もう一度送ってください。'],
  404: ['route.missing', 'この場所には何もありません。'],
  405: ['route.method', 'この方法では使えません。'],
  413: ['shape.too-large', '送られたものが大きすぎます。文章を短くしてください。'],
  415: ['shape.media-type', 'この形式は受け取れません(JSON で送ってください)。'],
};

/** The one place where something thrown becomes an answer: by type, never by message (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const told = this.toldOf(thrown, http.getRequest<FastifyRequest>());
    void http
      .getResponse<FastifyReply>()
      .status(told.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(told);
  }

  private toldOf(thrown: unknown, request: FastifyRequest): Problem {
    if (thrown instanceof ProblemError) return thrown.problem;
    const status = statusOf(thrown);
    const known = status === undefined ? undefined : details[status];
    if (status !== undefined && known) return problem(status, ...known);
    return this.unexpected(thrown, request);
  }

  /** Neither body nor query string nor the URL itself reach the log: they may name people or hold a reply link. */
  private unexpected(thrown: unknown, request: FastifyRequest): Problem {
    const id = randomUUID();
    const where = `${request.method} ${request.routeOptions.url ?? '(no route)'}`;
    this.#logger.error(`${id} ${where} ${nameOf(thrown)}`, stackWithoutMessage(thrown));
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

/** Status of what Nest or Fastify refused by itself (bad JSON, unknown route, too large). */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return undefined;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : '';
  return `${thrown.name}${code}`;
}

/** A database's message may quote the row it refused: of the stack only the frames are kept. */
const stackWithoutMessage = (thrown: unknown): string =>
  thrown instanceof Error
    ? (thrown.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .join('\n')
    : '';
