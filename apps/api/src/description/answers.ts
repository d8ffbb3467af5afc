import { readFileSync } from 'node:fs';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import type { AnswerName, Answers as All } from '#libs/views';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type JsonSchema = Readonly<Record<string, unknown>>;

type Answering<K extends AnswerName> = <T extends (...asked: never[]) => All[K] | Promise<All[K]>>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

const refTo = (name: AnswerName): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** What a route answers, as OpenAPI names it; a handler that returns something else does not compile. `also`: further statuses with the same body. */
export const Answers = <K extends AnswerName>(name: K, ...also: readonly number[]): Answering<K> =>
  applyDecorators(
    ...[200, ...also].map((status) =>
      ApiResponse({ status, description: name, content: { 'application/json': { schema: refTo(name) } } }),
    ),
  );

/** The schemas of all answers, made from the types of libs/views by `scripts/check/answers.mjs` (JSON Schema). */
export const answerSchemas = (): Readonly<Record<string, JsonSchema>> =>
  JSON.parse(readFileSync(new URL('./answer-schemas.json', import.meta.url), 'utf8')) as Record<string, JsonSchema>;

/** The same in the dialect of OpenAPI 3.0, which says `nullable` where JSON Schema has the type `null`. */
export const answerComponents = (): Readonly<Record<string, Schema>> =>
  inOpenApi(answerSchemas()) as Record<string, Schema>;

function inOpenApi(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOpenApi);
  if (typeof value !== 'object' || value === null) return value;
  const { type, anyOf, const: only, $ref, ...rest } = value as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, inOpenApi(part)]));
  if (typeof $ref === 'string') return { $ref: $ref.replace('#/definitions/', '#/components/schemas/') };
  if (only !== undefined) return { ...inner, type: typeof only, enum: [only] };
  if (Array.isArray(anyOf)) {
    const real = anyOf.filter((one) => !isNull(one)).map(inOpenApi);
    const nullable = real.length < anyOf.length ? { nullable: true } : {};
    return { ...inner, ...nullable, ...(real.length === 1 ? { allOf: real } : { anyOf: real }) };
  }
  if (Array.isArray(type)) {
    const real = type.filter((one) => one !== 'null');
    const nullable = real.length < type.length ? { nullable: true } : {};
    return real.length === 1
      ? { ...inner, ...nullable, type: real[0] as unknown }
      : { ...inner, ...nullable, anyOf: real.map((one: unknown) => ({ type: one })) };
  }
  // a word, or what is said of a property of that name
  return type === undefined ? inner : { ...inner, type: inOpenApi(type) };
}

const isNull = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'null';
