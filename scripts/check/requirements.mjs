// Is docs/requirements.md up to date, and does every title and every mutant name a requirement that there is? Runs no mutant: how many
// were killed is taken from the table, which `npm run requirements` measures. With --write the table is written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requirements } from '../../test/requirements/requirements.mjs';
import { readLabels } from '../requirements/labels.mjs';
import { readMutants } from '../requirements/read-mutants.mjs';
import { killedIn, requirementsTable, tablePath } from '../requirements/table.mjs';
import { wrongEntries } from '../requirements/wrong-entries.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const file = join(root, tablePath);
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const labelled = readLabels(root);
const mutants = await readMutants(root);
const wrong = wrongEntries({ root, requirements, labelled, mutants });
for (const one of wrong) console.log(one);

const table = requirementsTable({ requirements, labelled, mutants, killed: killedIn(before) });
if (process.argv.includes('--write')) writeFileSync(file, table);
else if (table !== before) console.log(`${tablePath} が古くなっています: node scripts/check/requirements.mjs --write`);
process.exitCode = wrong.length === 0 && (table === before || process.argv.includes('--write')) ? 0 : 1;
