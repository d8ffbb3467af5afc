// Records what this build leaves behind: `npm run build && node test/releases/record.mjs 0.1.0`, once a release and never overwritten.
// Stories of invented households are told to a database of their own, many of them cut off in the middle. Kept in test/releases/<release>:
// the rows of every table (`database.json.gz`), the profiles they were decided by and what these meant, the recorded histories, and the numbers of the release.
// (`repeats.json` of 0.1.0 was taken from its API by hand: bodies of requests, and the fingerprints of its `command_log`.)
// Later builds must take them over: test/releases, libs/persistence/src/log/recorded-logs.spec.ts.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import startPostgres from '../jest/postgres.setup.mjs';
import stopPostgres from '../jest/postgres.teardown.mjs';

const [release] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(release ?? '')) throw new Error('name the release: node test/releases/record.mjs 0.1.0');
const root = new URL('../../', import.meta.url);
const folder = new URL(`${release}/`, import.meta.url);
if (existsSync(new URL('release.json', folder)))
  throw new Error(`${release} was recorded already; it is never changed`);

await startPostgres();
const { TextCipher } = await import('../../dist/libs/persistence/src/index.js');
const told = await import('../../dist/libs/persistence/src/testing/index.js');
const { definitionOf } = await import('../../dist/libs/domain/src/index.js');
const { meaningOfProfiles } = await import('../../dist/libs/profiles/src/testing/profile-meaning.js');
const contracts = await import('../../dist/libs/contracts/src/index.js');

/** Invented like the people: whoever loads the rows has to read their texts and links. */
const masterKey = Buffer.alloc(32, 7).toString('base64');
const startMs = Date.UTC(2026, 5, 10, 1);
const workflow = { kind: 'workflow' };
const clock = { kind: 'clock' };
const database = await told.freshDatabase();
const desk = await told.openDesk({ beside: { database, cipher: new TextCipher(masterKey) } });

class Enough extends Error {}
/** A desk at which a story breaks off after `most` commands, or says something else than it was told to. */
const cutOff = (most, otherwise = (command) => command) => {
  let given = 0;
  const done = async (ref, actor, command, more) => {
    if (given === most) throw new Enough();
    given += 1;
    return desk.done(ref, actor, otherwise(command), more);
  };
  return { ...desk, done };
};
const untilEnough = async (story) => {
  desk.clock.setTo(startMs);
  try {
    return await story();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return undefined;
  }
};

/** The closing meeting decides on 中断 instead. */
const interrupted = (command) => {
  if (command.type === 'close-case') throw new Enough();
  if (command.type === 'open-sitting' && command.item?.purpose === 'closureDecision')
    return { ...command, item: { ...command.item, purpose: 'interruption' } };
  if (command.type !== 'give-disposition' || command.result !== 'ended') return command;
  return { ...command, result: 'interrupted', endReason: null, leadAgencyAfter: null };
};

async function refusedAndSilent() {
  const household = await told.openHousehold(desk);
  const handoffId = await told.sentHandoff(desk, household);
  const answer = desk.text('いまは受けられない。');
  const refusal = { type: 'decline-handoff', handoffId, reason: 'noCapacity', suggestion: 'jointVisit' };
  const given = { ...refusal, answerText: answer.id };
  await desk.done(household.ref, household.coordinator, given, { texts: [answer] });
  const message = desk.text('もう一度お願いします。');
  const again = { type: 'send-handoff', handoffId: randomUUID(), to: 'hokenfukushi', purpose: 'takeOver', main: true };
  const about = { personIds: [household.motherId, household.sonId], legalBasis: null, reasonText: null };
  await desk.done(
    household.ref,
    household.worker,
    { ...again, ...about, messageText: message.id },
    { texts: [message] },
  );
  desk.clock.setTo(Date.UTC(2026, 8, 10, 1));
  await desk.done(household.ref, clock, { type: 'enforce' });
  await desk.done(household.ref, workflow, { type: 'propose-for-support-meeting' });
}

async function rows() {
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const names = await superuser.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  );
  const tables = {};
  for (const { name } of names.rows) {
    const { rows: found } = await superuser.query(
      `select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`,
    );
    tables[name] = found.map(({ row }) => row);
  }
  const newest = await superuser.query('select name from migrations order by id desc limit 1');
  await superuser.end();
  return { newestMigration: newest.rows[0].name, tables };
}

try {
  const whole = { done: 0 };
  await untilEnough(async () => {
    const counting = { ...desk, done: async (...said) => ((whole.done += 1), desk.done(...said)) };
    return told.closedHousehold(counting);
  });
  for (let most = 1; most < whole.done; most += 3) await untilEnough(async () => told.closedHousehold(cutOff(most)));
  await untilEnough(async () => told.withdrawnHousehold(desk));
  for (const most of [2, 3]) await untilEnough(async () => told.acceptedHousehold(cutOff(most)));
  for (const most of [5, 7, 8]) await untilEnough(async () => told.withdrawnHousehold(cutOff(most)));
  await untilEnough(async () => told.closedHousehold(cutOff(whole.done, interrupted)));
  await untilEnough(refusedAndSilent);
  await untilEnough(async () => {
    const household = await told.acceptedHousehold(desk);
    await desk.done(household.ref, household.worker, { type: 'mark-urgent', urgent: true });
    await told.openSitting(desk, household);
  });
  const { newestMigration, tables } = await rows();
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('database.json.gz', folder), gzipSync(JSON.stringify(tables), { level: 9 }));
  cpSync(new URL('libs/profiles/municipalities', root), new URL('profiles/municipalities', folder), {
    recursive: true,
  });
  cpSync(new URL('libs/profiles/defaults.yaml', root), new URL('profiles/defaults.yaml', folder));
  const on = '2026-04-01';
  const kept = { on, means: meaningOfProfiles(fileURLToPath(new URL('profiles', folder)), on) };
  writeFileSync(new URL('profiles/meaning.json', folder), `${JSON.stringify(kept, null, 2)}\n`);
  for (const kind of ['support-case', 'sitting'])
    cpSync(new URL(`test/histories/${kind}`, root), new URL(`histories/${kind}`, folder), { recursive: true });
  const shapes = Object.fromEntries(['support-case', 'sitting'].map((kind) => [kind, definitionOf(kind).shape ?? 1]));
  const numbers = { release, newestMigration, masterKey, shapes, procedures: contracts.proceduresVersion ?? 1 };
  writeFileSync(new URL('release.json', folder), `${JSON.stringify(numbers, null, 2)}\n`);
  const stages = Object.groupBy(tables.record, ({ kind, is_open: open, state }) => `${kind} ${state.stage} ${open}`);
  for (const [stage, found] of Object.entries(stages)) console.log(stage, found.length);
} finally {
  await desk.close();
  await database.drop();
  await stopPostgres();
}
