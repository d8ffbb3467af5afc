import { beforeEach, describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { UncertainCommit } from '#libs/persistence';
import type { LoggedProblem, ProblemLog } from '../log/problem-log.ts';
import { notFound } from './edge-problems.ts';
import { ProblemFilter } from './problem.filter.ts';

const logged: LoggedProblem[] = [];
const inTrouble: unknown[] = [];

interface Sent {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

const answerTo = (thrown: unknown, method = 'GET'): Sent => {
  let sent: Sent = { status: undefined, headers: {}, body: undefined };
  const reply = {
    status: (status: number) => {
      sent = { ...sent, status };
      return reply;
    },
    header: (name: string, value: string) => {
      sent = { ...sent, headers: { ...sent.headers, [name]: value } };
      return reply;
    },
    send: (body: Record<string, unknown>) => {
      sent = { ...sent, body };
    },
  };
  const request = { method, url: '/api/cases/secret?q=見本', routeOptions: { url: '/api/cases/:id' } };
  const http = { getRequest: () => request, getResponse: () => reply };
  const log: ProblemLog = { unexpected: (one) => logged.push(one), database: (one) => inTrouble.push(one) };
  new ProblemFilter(log).catch(thrown, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return sent;
};

describe('the problem filter', () => {
  beforeEach(() => {
    logged.length = 0;
    inTrouble.length = 0;
  });

  it('tells a problem as it was thrown, as application/problem+json', () => {
    expect(answerTo(notFound())).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: {
        type: 'urn:tsunagi:problem:record.missing',
        title: '見つかりません',
        code: 'record.missing',
        status: 404,
      },
    });
  });

  it.each([
    [new BadRequestException('said by Nest'), 400, 'shape.body'],
    [new NotFoundException('said by Nest'), 404, 'route.missing'],
    [Object.assign(new Error('said by Fastify'), { statusCode: 413 }), 413, 'shape.too-large'],
    [Object.assign(new Error('said by Fastify'), { statusCode: 415 }), 415, 'shape.media-type'],
    [Object.assign(new Error('said by Fastify'), { statusCode: 422 }), 422, 'request.refused'],
  ])('takes what the framework refuses by its status, never by its message: %s', (thrown, status, code) => {
    const sent = answerTo(thrown);
    expect(sent).toMatchObject({ status, body: { status, code } });
    expect(JSON.stringify(sent.body)).not.toContain('said by');
    expect(logged).toEqual([]);
  });

  it('answers what nobody expected with a number that stands in the log, where no address, query or message does', () => {
    const { status, body } = answerTo(Object.assign(new Error('duplicate key (見本 千代)'), { code: '23505' }));
    expect(status).toBe(500);
    const id = (body?.['params'] as { id: string }).id;
    expect(body).toMatchObject({ code: 'unexpected', detail: expect.stringContaining(id) as unknown });
    expect(JSON.stringify(body)).not.toContain('duplicate');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ id, method: 'GET', route: '/api/cases/:id', name: 'Error 23505' });
    expect(logged[0]!.stack[0]).toMatch(/^at .*problem\.filter\.spec\.ts:\d+/u);
    expect(JSON.stringify(logged)).not.toMatch(/見本|secret|duplicate/u);
  });

  const failed = (code: string): Error => Object.assign(new Error('x'), { code });
  it.each([
    ['a lock that was not to be had', failed('55P03'), 'database.busy', '2'],
    ['a statement that took too long', failed('57014'), 'database.busy', '2'],
    ['too many connections', failed('53300'), 'database.busy', '2'],
    ['a connection that was lost', failed('08006'), 'database.away', '5'],
    ['a server that is starting', failed('57P03'), 'database.away', '5'],
    ['a full disk', failed('53100'), 'database.full', '60'],
    ['a database that only lets itself be read', failed('25006'), 'database.read-only', '30'],
  ])('asks to come again later after %s', (_what, thrown, code, retryAfter) => {
    expect(answerTo(thrown)).toMatchObject({ status: 503, headers: { 'retry-after': retryAfter }, body: { code } });
    expect(logged).toEqual([]);
    expect(inTrouble).toHaveLength(1);
  });

  it('says of a change that it was not made, or that nobody can tell and it may be sent again', () => {
    expect(answerTo(failed('53100'), 'POST').body?.['detail']).toContain(
      '記録は変わっていません。同じ内容でもう一度送れます。',
    );
    const uncertain = new UncertainCommit('x', { cause: new Error('Connection terminated unexpectedly') });
    expect(answerTo(uncertain, 'POST').body?.['detail']).toContain('記録できたかどうかを確かめられませんでした。');
    expect(answerTo(uncertain).body?.['detail']).not.toContain('記録');
  });

  it('survives whatever is thrown', () => {
    expect(answerTo('a word').status).toBe(500);
    expect(answerTo(undefined).status).toBe(500);
  });
});
