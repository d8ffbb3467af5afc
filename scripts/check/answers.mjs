// Reads the types of libs/views and compares the JSON schemas they make with apps/api/src/description/answer-schemas.json; with --write it
// writes that file. Before the build: the API serves the file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, 'apps', 'api', 'src', 'description', 'answer-schemas.json');

const { definitions } = createGenerator({
  path: join(root, 'libs', 'views', 'src', 'answers.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  type: 'Answers',
  // The types were checked by tsc; here they are only read.
  skipTypeCheck: true,
  additionalProperties: false,
}).createSchema('Answers');

const pointer = '#/definitions/';
const { Answers: answers, ...parts } = definitions;
/** `Page<CaseRow>` is no name of OpenAPI: it takes the name of the answer that it is. */
const names = new Map(
  Object.entries(answers.properties).map(([name, { $ref }]) => [decodeURIComponent($ref.slice(pointer.length)), name]),
);
const nameOf = (type) => names.get(type) ?? type.replaceAll(/[^\w.-]+/g, '');

const renamed = (value) => {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [
        key,
        key === '$ref' ? pointer + nameOf(decodeURIComponent(value[key].slice(pointer.length))) : renamed(value[key]),
      ]),
  );
};
const schemas = Object.fromEntries(
  Object.entries(parts)
    .map(([type, schema]) => [nameOf(type), renamed(schema)])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
const text = await format(JSON.stringify(schemas), { ...(await resolveConfig(file)), filepath: file });

if (process.argv.includes('--write')) {
  writeFileSync(file, text);
  console.log('apps/api/src/description/answer-schemas.json を書きました。');
} else {
  const kept = readFileSync(file, 'utf8');
  if (kept !== text) {
    const differing = text.split('\n').findIndex((line, index) => line !== kept.split('\n')[index]);
    console.log(`libs/views の型と answer-schemas.json が違います(${differing + 1} 行目から)。`);
    console.log('変えたつもりなら node scripts/check/answers.mjs --write で書き直し、差分を見てください。');
    process.exitCode = 1;
  }
}
