import pg from 'pg';
import { roleNames, roleUrl, type ServingRole } from '../connection/database-urls.ts';

export type RolePasswords = Readonly<Record<ServingRole, string>>;

const roles: readonly ServingRole[] = ['app', 'clock'];

/** Codes of PostgreSQL for: made by somebody else in the same moment; altered by somebody else in the same moment. */
const raced: ReadonlySet<unknown> = new Set(['42710', '23505', 'XX000', '40001']);

/**
 * Makes the serving roles of the cluster, or sets their passwords; does nothing twice. The owner needs CREATEROLE.
 * @throws when a role exists that is not ours to change, or that could pass by row-level security
 */
export async function ensureServingRoles(
  owner: pg.Client,
  databaseUrl: string,
  passwords: RolePasswords,
): Promise<void> {
  for (const role of roles) {
    const name = roleNames[role];
    if (!(await exists(owner, name)))
      await unlessRaced(async () =>
        owner.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`),
      );
    await assertHarmless(owner, name);
    if (await signsIn(roleUrl(databaseUrl, role, passwords[role]))) continue;
    await setPassword(owner, name, passwords[role]);
  }
}

async function exists(owner: pg.Client, name: string): Promise<boolean> {
  return (await owner.query('select 1 from pg_roles where rolname = $1', [name])).rowCount === 1;
}

async function assertHarmless(owner: pg.Client, name: string): Promise<void> {
  const { rows } = await owner.query<{ harmful: boolean }>(
    'select rolsuper or rolbypassrls as harmful from pg_roles where rolname = $1',
    [name],
  );
  if (rows[0]?.harmful !== false)
    throw new Error(`the role ${name} could pass by row-level security; take SUPERUSER and BYPASSRLS off it`);
}

async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'tsunagi-migrate' });
  client.on('error', () => undefined); // a connection that was refused has nothing more to say
  try {
    await client.connect();
  } catch {
    return false;
  }
  await client.end();
  return true;
}

async function setPassword(owner: pg.Client, name: string, password: string): Promise<void> {
  try {
    await unlessRaced(async () => owner.query(`alter role ${name} login password ${owner.escapeLiteral(password)}`));
  } catch (error) {
    throw new Error(
      `the password of the role ${name} cannot be set by the owner: set it by hand, or let the owner administer the role`,
      { cause: error },
    );
  }
}

/** Roles belong to the whole cluster: somebody who prepares another database may be doing the same thing now. */
async function unlessRaced(work: () => Promise<unknown>, triesLeft = 5): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (!raced.has(code)) throw error;
    if (code === '42710' || code === '23505') return;
    if (triesLeft <= 1) throw error;
    await unlessRaced(work, triesLeft - 1);
  }
}
