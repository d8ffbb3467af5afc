import { Ajv, type ValidateFunction } from 'ajv';
import type { OpenAPIObject } from '@nestjs/swagger';
import { answerSchemas } from '../description/answers.ts';

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addSchema({ $id: 'answers', definitions: answerSchemas() });
const checks = new Map<string, ValidateFunction>();

/**
 * Holds an answer of the API against its description: the status is described, and the body is just what the named schema says, no property
 * more. @throws when description and truth have parted
 */
export function assertDescribed(
  description: OpenAPIObject,
  asked: { readonly method: string; readonly url: string },
  answered: { readonly status: number; readonly body: unknown },
): void {
  const [path = ''] = asked.url.split('?');
  const where = `${asked.method} ${path}: ${String(answered.status)}`;
  const described = Object.keys(description.paths)
    .filter((one) => pathPattern(one).test(path))
    // the literal one before the one with a parameter, as the router does
    .toSorted((a, b) => a.split('{').length - b.split('{').length)[0];
  // What is not found at all, or not under that method, has no entry of its own.
  const operation =
    described === undefined ? undefined : operationsOf(description, described)[asked.method.toLowerCase()];
  const name = operation === undefined ? 'Problem' : nameOf(operation.responses, answered.status);
  if (name === undefined) throw new Error(`${where} is not described`);
  if (name === null) return;
  const check = checks.get(name) ?? ajv.compile({ $ref: `answers#/definitions/${name}` });
  checks.set(name, check);
  if (!check(answered.body)) throw new Error(`${where} is no ${name}: ${ajv.errorsText(check.errors)}`);
}

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}
type Responses = Readonly<Record<string, Response>>;

const operationsOf = (
  description: OpenAPIObject,
  path: string,
): Readonly<Record<string, { readonly responses: Responses } | undefined>> =>
  description.paths[path] as unknown as Readonly<Record<string, { readonly responses: Responses } | undefined>>;

/** Name of the schema of that status; `null` for an answer without a body, nothing when the status is not described. */
function nameOf(responses: Responses, status: number): string | null | undefined {
  const response = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined);
  if (response === undefined) return undefined;
  if (response.$ref !== undefined) return 'Problem';
  const [content] = Object.values(response.content ?? {});
  return content?.schema?.$ref?.split('/').at(-1) ?? null;
}

const pathPattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
