// Compares the API's description with apps/api/openapi.json; with --write it writes that file. Run after the build.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, 'apps', 'api', 'openapi.json');
const built = join(root, 'dist', 'apps', 'api', 'src', 'description', 'describe-without-database.js');

/** Keys in order: where a decorator stands in a file is no change of the API. */
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
};

const { describeWithoutDatabase } = await import(pathToFileURL(built).href);
const described = JSON.stringify(sorted(JSON.parse(JSON.stringify(await describeWithoutDatabase()))));
const text = await format(described, { ...(await resolveConfig(file)), filepath: file });

if (process.argv.includes('--write')) {
  writeFileSync(file, text);
  console.log('apps/api/openapi.json を書きました。');
  process.exit(0);
}

let kept = '';
try {
  kept = readFileSync(file, 'utf8');
} catch {
  console.log('apps/api/openapi.json がありません。node scripts/check/openapi.mjs --write で書きます。');
  process.exit(1);
}
if (kept === text) process.exit(0);
const differing = text.split('\n').findIndex((line, index) => line !== kept.split('\n')[index]);
console.log(`API の記述が apps/api/openapi.json と違います(${differing + 1} 行目から)。`);
console.log('変えたつもりなら node scripts/check/openapi.mjs --write で書き直し、差分を見てください。');
process.exit(1);
