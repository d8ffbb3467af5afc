import { beforeEach, describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import type { LoggedProblem, ProblemLog } from '../log/problem-log.ts';
import { notFound } from './edge-problems.ts';
import { ProblemFilter } from './problem.filter.ts';

const logged: LoggedProblem[] = [];
const busy: unknown[] = [];

interface Sent {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

const answerTo = (thrown: unknown): Sent => {
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
  const request = { method: 'GET', url: '/api/cases/secret?q=見本', routeOptions: { url: '/api/cases/:id' } };
  const http = { getRequest: () => request, getResponse: () => reply };
  const log: ProblemLog = { unexpected: (one) => logged.push(one), busy: (one) => busy.push(one) };
  new ProblemFilter(log).catch(thrown, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return sent;
};

describe('the problem filter', () => {
  beforeEach(() => {
    logged.length = 0;
    busy.length = 0;
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

  it.each([
    ['a lock that was not to be had', Object.assign(new Error('x'), { code: '55P03' })],
    ['a statement that took too long', Object.assign(new Error('x'), { code: '57014' })],
    ['a connection that was lost', Object.assign(new Error('x'), { code: '08006' })],
    ['too many connections', Object.assign(new Error('x'), { code: '53300' })],
  ])('asks to come again later after %s', (_what, thrown) => {
    expect(answerTo(thrown)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      body: { code: 'database.busy' },
    });
    expect(logged).toEqual([]);
    expect(busy).toHaveLength(1);
  });

  it('survives whatever is thrown', () => {
    expect(answerTo('a word').status).toBe(500);
    expect(answerTo(undefined).status).toBe(500);
  });
});
