import pg from 'pg';

/** Name of the database and of the role that owns it (runs the migrations, makes the other roles; no superuser). */
const database = 'tsunagi';
const owner = 'tsunagi_owner';

const urlOf = (role: string, password: string, port: number, name: string): string =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;

async function exists(client: pg.Client, question: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(question, [name]);
  return rowCount === 1;
}

/**
 * Makes role and database when they are missing; does nothing twice. The owner is no superuser, so that row-level security
 * holds for it as it would on a hosted PostgreSQL.
 * @returns `DATABASE_URL` of the owner
 */
export async function ensureOwnDatabase(port: number, superPassword: string, ownerPassword: string): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf('postgres', superPassword, port, 'postgres') });
  await client.connect();
  try {
    const quoted = client.escapeLiteral(ownerPassword);
    const verb = (await exists(client, 'select 1 from pg_roles where rolname = $1', owner)) ? 'alter' : 'create';
    await client.query(`${verb} role ${owner} login createrole nosuperuser password ${quoted}`);
    if (!(await exists(client, 'select 1 from pg_database where datname = $1', database))) {
      await client.query(`create database ${database} owner ${owner}`);
    }
  } finally {
    await client.end();
  }
  return urlOf(owner, ownerPassword, port, database);
}
