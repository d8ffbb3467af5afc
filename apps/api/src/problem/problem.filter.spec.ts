import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BadRequestException, Logger, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { notFound } from './edge-problems.ts';
import { ProblemFilter } from './problem.filter.ts';

interface Sent {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

const answerTo = (thrown: unknown): Sent => {
  let sent: Sent = { status: undefined, type: undefined, body: undefined };
  const reply = {
    status: (status: number) => {
      sent = { ...sent, status };
      return reply;
    },
    header: (name: string, value: string) => {
      if (name === 'content-type') sent = { ...sent, type: value };
      return reply;
    },
    send: (body: Record<string, unknown>) => {
      sent = { ...sent, body };
    },
  };
  const request = { method: 'GET', url: '/api/cases/secret?q=見本', routeOptions: { url: '/api/cases/:id' } };
  const http = { getRequest: () => request, getResponse: () => reply };
  new ProblemFilter().catch(thrown, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return sent;
};

describe('the problem filter', () => {
  const logged: string[] = [];

  beforeEach(() => {
    logged.length = 0;
    jest.spyOn(Logger.prototype, 'error').mockImplementation((...parts: unknown[]) => {
      logged.push(parts.map(String).join('\n'));
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tells a problem as it was thrown, as application/problem+json', () => {
    expect(answerTo(notFound())).toMatchObject({
      status: 404,
      type: 'application/problem+json; charset=utf-8',
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
    expect(logged[0]).toContain(`${id} GET /api/cases/:id Error 23505`);
    expect(logged[0]).not.toMatch(/見本|secret|duplicate/u);
  });

  it('survives whatever is thrown', () => {
    expect(answerTo('a word').status).toBe(500);
    expect(answerTo(undefined).status).toBe(500);
  });
});
