import { answerSchemas } from '../description/answers.ts';

interface Schema {
  readonly type?: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Where something can stand in an answer, by its schema: `plans[].goals[].text`. Maps by id or name are left out. */
export function pathsOf(answer: string): readonly string[] {
  const schemas = answerSchemas() as Readonly<Record<string, Schema>>;
  const walk = (schema: Schema, path: string): readonly string[] => {
    const { $ref, properties, items, anyOf } = schema;
    if ($ref !== undefined) return walk(schemas[$ref.replace('#/definitions/', '')] ?? {}, path);
    if (anyOf) return anyOf.flatMap((one) => (one.type === 'null' ? [] : walk(one, path)));
    if (items) return walk(items, `${path}[]`);
    if (!properties) return 'additionalProperties' in schema ? [] : [path];
    return Object.entries(properties).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`));
  };
  return [...new Set(walk({ $ref: answer }, ''))].filter((path) => !/asked$/u.test(path));
}
