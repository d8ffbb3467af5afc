// Records the logs of this build: `npm run build && node test/logs/record.mjs 0.1.0`. Stories of invented households are told to a
// database of their own; what is kept are facts and the state they made, no texts. Once a release, and never overwritten: later builds
// must fold them to the same state (libs/persistence/src/log/recorded-logs.spec.ts).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import startPostgres from '../jest/postgres.setup.mjs';
import stopPostgres from '../jest/postgres.teardown.mjs';

const [release] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(release ?? '')) throw new Error('name the release: node test/logs/record.mjs 0.1.0');
const folder = new URL(`${release}/`, import.meta.url);
if (existsSync(folder)) throw new Error(`${release} was recorded already; a recorded log is never changed`);

await startPostgres();
const { exportLog, inMunicipality } = await import('../../dist/libs/persistence/src/index.js');
const { closedHousehold, openDesk, withdrawnHousehold } =
  await import('../../dist/libs/persistence/src/testing/index.js');
const desk = await openDesk();
try {
  const stories = { closed: await closedHousehold(desk) };
  desk.clock.setTo(Date.UTC(2026, 5, 10, 1));
  stories.withdrawn = await withdrawnHousehold(desk);
  mkdirSync(folder);
  for (const [story, { household, sittings }] of Object.entries(stories)) {
    for (const [n, ref] of [household.ref, ...sittings].entries()) {
      const log = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
        exportLog(tx, ref.id),
      );
      const name = n === 0 ? `support-case-${story}` : `sitting-${n}-of-${story}`;
      const file = new URL(`${name}.json`, folder);
      const style = await prettier.resolveConfig(file);
      writeFileSync(file, await prettier.format(JSON.stringify(log), { ...style, parser: 'json' }));
      console.log(`${name}: ${log.events.length} events`);
    }
  }
} finally {
  await desk.close();
  await stopPostgres();
}
