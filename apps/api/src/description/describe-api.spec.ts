import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeWithoutDatabase } from './describe-without-database.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const operationsOf = ({ paths }: OpenAPIObject): readonly (readonly [string, Operation])[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Operation>>).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );

/** Every `$ref` in a value. */
const refsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : refsIn(part),
  );
};

describe('the description of the API', () => {
  it('says of every route what it answers, and that a refusal is a problem', async () => {
    const described = await describeWithoutDatabase();
    const silent = operationsOf(described).filter(([, { responses }]) => {
      const done = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      return !done.some(([status, response]) => status === '204' || refsIn(response).length > 0);
    });
    expect(silent.map(([route]) => route)).toEqual([]);
    const withoutProblem = operationsOf(described).filter(
      ([, { responses }]) => !refsIn(responses['default']).includes('#/components/responses/Problem'),
    );
    expect(withoutProblem.map(([route]) => route)).toEqual([]);
    expect(operationsOf(described).length).toBeGreaterThan(50);
  });

  it('names nothing that is not there, and says `null` as OpenAPI 3.0 does', async () => {
    const described = await describeWithoutDatabase();
    const there = new Set([
      ...Object.keys(described.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`),
      '#/components/responses/Problem',
    ]);
    expect(refsIn(described).filter((ref) => !there.has(ref))).toEqual([]);
    expect(JSON.stringify(described)).not.toMatch(/"type":("null"|\[)/u);
  });

  it('tells who may be refused why: a command is checked, needs a sign-in, may be missing and may be stale', async () => {
    const described = await describeWithoutDatabase();
    const give = described.paths['/api/cases/{id}/mark-urgent']?.post;
    expect(Object.keys(give?.responses ?? {})).toEqual(['200', '400', '401', '403', '404', '409', 'default']);
  });
});
