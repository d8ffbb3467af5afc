// The migrations of the build on a real PostgreSQL: all up, no difference to the entities, all down, nothing left, all up again.
// Needs `npm run build` before. Also proves that a difference would be found.
import { existsSync } from 'node:fs';
import pg from 'pg';
import startPostgres from '../../test/jest/postgres.setup.mjs';
import stopPostgres from '../../test/jest/postgres.teardown.mjs';

const built = new URL('../../dist/libs/persistence/src/index.js', import.meta.url);
if (!existsSync(built)) {
  console.error('先に組み立ててください: npm run build');
  process.exit(1);
}
const { migrate, schemaDifferences, unmigrate } = await import(built.href);

const name = `tsunagi_check_${process.pid}`;
// The owner of the tests (libs/persistence/src/testing): in a cluster that was given, both make and keep the same roles.
const role = 'tsunagi_owner';
const password = 'owner-of-tests';
const rolePasswords = { app: 'app-of-tests', clock: 'clock-of-tests' };

/** Runs one statement as the superuser or the owner. */
async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const complaints = [];
const hold = (holds, complaint) => holds || complaints.push(complaint);

await startPostgres();
const superuser = process.env.TSUNAGI_TEST_POSTGRES;
try {
  const known = await ask(superuser, `select 1 from pg_roles where rolname = '${role}'`);
  if (known.length === 0)
    await ask(superuser, `create role ${role} login createrole nosuperuser password '${password}'`);
  await ask(superuser, `create database ${name} owner ${role}`);
  const owner = Object.assign(new URL(superuser), { username: role, password, pathname: `/${name}` }).toString();
  const tables = async () =>
    (
      await ask(
        owner,
        `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
      )
    ).map(({ tablename }) => tablename);

  const done = await migrate({ databaseUrl: owner, rolePasswords });
  hold(done.length > 0, '移行がひとつもありません');
  const made = await tables();
  for (const sql of await schemaDifferences(owner)) complaints.push(`エンティティと表がちがいます: ${sql}`);

  await ask(owner, 'alter table alarm drop column code');
  hold((await schemaDifferences(owner)).length > 0, '列がなくなっても、ちがいが見つかりません');
  await ask(owner, 'alter table alarm add column code text');
  hold((await schemaDifferences(owner)).length === 0, '列を戻しても、ちがいが残ります');

  await unmigrate(owner);
  const left = await tables();
  hold(left.length === 0, `下げても残っています: ${left.join(', ')}`);

  const again = await migrate({ databaseUrl: owner, rolePasswords });
  hold(String(again) === String(done), 'もう一度上げると、ちがう移行になります');
  hold(String(await tables()) === String(made), 'もう一度上げると、ちがう表になります');
  console.log(`移行 ${done.length} 件、表 ${made.length} 個`);
} finally {
  await ask(superuser, `drop database if exists ${name} with (force)`);
  await stopPostgres();
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
