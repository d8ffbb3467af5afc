// Reads the types of libs/views and compares the JSON schemas they make with apps/api/src/description/answer-schemas.json; with --write it
// writes that file. Before the build: the API serves the file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  EnumType,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, 'apps', 'api', 'src', 'description', 'answer-schemas.json');

const config = {
  ...DEFAULT_CONFIG,
  path: join(root, 'libs', 'views', 'src', 'answers.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  type: 'Answers',
  // The types were checked by tsc; here they are only read.
  skipTypeCheck: true,
  additionalProperties: false,
};
const program = createProgram(config);
const checker = program.getTypeChecker();

/** A closed set of words that follows from the units: only the compiler knows what it comes to. */
const wordsOfUnits = {
  supportsNode: (node) =>
    ts.isTypeAliasDeclaration(node.parent ?? node) &&
    ((ts.isTypeReferenceNode(node) && node.typeArguments !== undefined) ||
      (ts.isIndexedAccessTypeNode(node) && ts.isStringLiteral(node.indexType.literal ?? node))) &&
    wordsOf(node).length > 0,
  createType: (node) => new EnumType(node.parent.name.text, wordsOf(node)),
};
function wordsOf(node) {
  const type = checker.getTypeFromTypeNode(node);
  const words = (type.isUnion() ? type.types : [type]).map((one) => (one.isStringLiteral() ? one.value : undefined));
  return words.includes(undefined) ? [] : words.toSorted();
}

const parser = createParser(program, config, (parsers) => parsers.addNodeParser(wordsOfUnits));
const { definitions } = new SchemaGenerator(program, parser, createFormatter(config), config).createSchema('Answers');

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
