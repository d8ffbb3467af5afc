// Runs the mutants of test/requirements: each must make a test fail whose title names its requirement. `npm run requirements`, some of
// them with `-- R12 R49`, the table written anew with `-- --write`. The working tree is never changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import startPostgres from '../../test/jest/postgres.setup.mjs';
import stopPostgres from '../../test/jest/postgres.teardown.mjs';
import { requirements } from '../../test/requirements/requirements.mjs';
import { readLabels } from './labels.mjs';
import { readMutants } from './read-mutants.mjs';
import { runNamed } from './run-mutant.mjs';
import { killedIn, requirementsTable, tablePath } from './table.mjs';
import { wrongEntries } from './wrong-entries.mjs';

/** Side by side: a run is one process that is busy all the time, and small machines have two cores. */
const sideBySide = 2;
/** What is not tried by then counts as failed: the list has grown too long for every run of the tests. */
const longestMs = 10 * 60_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const given = process.argv.slice(2);
const write = given.includes('--write');
/** CI runs within a time; who writes the table may take longer on a busy machine. */
const withinTime = !write;
const chosen = given.filter((word) => /^R\d+$/.test(word));

const labelled = readLabels(root);
const mutants = await readMutants(root);
const asked = chosen.length === 0 ? mutants : mutants.filter(({ requirement }) => chosen.includes(requirement));

const wrong = wrongEntries({ root, requirements, labelled, mutants: asked });
for (const one of wrong) console.error(`× ${one}`);

/** Takes the work from the front until none is left or the time is up. */
async function spread(work, act) {
  const waiting = [...work];
  const results = [];
  const line = async () => {
    for (let next = waiting.shift(); next !== undefined && inTime(); next = waiting.shift())
      results.push(await act(next));
  };
  await Promise.all(Array.from({ length: sideBySide }, line));
  return results;
}

/** Each spec once as it is: a test that fails anyway would kill everything. */
const specs = [...new Set(asked.map(({ spec }) => spec))].map((spec) => ({
  spec,
  requirements: [...new Set(asked.filter((one) => one.spec === spec).map(({ requirement }) => requirement))],
}));
const began = performance.now();
const inTime = () => performance.now() - began < longestMs || !withinTime;
const needsPostgres = asked.some(({ spec }) => spec.includes('.int-spec.'));
if (needsPostgres) {
  await startPostgres();
  process.env.TEST_DATABASE_URL = process.env.TSUNAGI_TEST_POSTGRES;
}
let sound = [];
let outcomes = [];
if (wrong.length === 0) {
  try {
    sound = await spread(specs, async (one) => ({ ...one, ...(await runNamed(root, one, undefined)) }));
    outcomes = await spread(asked, async (mutant) => {
      const { ran, failed, said } = await runNamed(
        root,
        { requirements: [mutant.requirement], spec: mutant.spec },
        mutant,
      );
      const died = ran && failed > 0;
      const place = `${mutant.requirement} ${mutant.file}: 「${mutant.find}」→「${mutant.replace}」`;
      console.log(
        `${died ? '○' : '×'} ${place}${died ? '' : `\n  ${mutant.spec} は${ran ? '気づきません' : '動きませんでした'}`}`,
      );
      if (!ran) console.log(said.split('\n').slice(0, 12).join('\n'));
      return { ...mutant, died };
    });
  } finally {
    if (needsPostgres) await stopPostgres();
  }
}
const unsound = sound.filter(({ ran, failed }) => !ran || failed > 0);
for (const { requirements: own, spec } of unsound)
  console.log(`× ${own.join(' ')} ${spec}: 何も変えなくても通りません(または動きません)`);

if (outcomes.length < asked.length)
  console.log(
    `× ${String(asked.length - outcomes.length)} 個は時間切れで試していません(${String(longestMs / 60_000)} 分)`,
  );

const isSound = ({ spec }) => !unsound.some((one) => one.spec === spec);
const killed = new Map();
for (const outcome of outcomes)
  if (outcome.died && isSound(outcome)) killed.set(outcome.requirement, (killed.get(outcome.requirement) ?? 0) + 1);
const died = [...killed.values()].reduce((sum, one) => sum + one, 0);

const file = join(root, tablePath);
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const old = killedIn(before);
const now = chosen.length === 0 ? killed : new Map([...old, ...chosen.map((id) => [id, killed.get(id) ?? 0])]);
const table = requirementsTable({ requirements, labelled, mutants, killed: now });
if (write && wrong.length === 0) writeFileSync(file, table);
const stale = !write && wrong.length === 0 && table !== before;
if (stale) console.log(`× ${tablePath} が古くなっています: npm run requirements -- --write`);

const bad = wrong.length + unsound.length + (asked.length - died) + (stale ? 1 : 0);
if (chosen.length === 0) {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(
    join(root, 'test-results', 'requirements.json'),
    JSON.stringify({ numPassedTests: died, numFailedTests: bad }),
  );
}
console.log(
  `${String(asked.length)} 個の変異のうち ${String(died)} 個を、要件を名乗るテストが見つけました(${((performance.now() - began) / 1000).toFixed(0)} 秒)`,
);
process.exitCode = bad === 0 ? 0 : 1;
