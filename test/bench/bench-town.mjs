import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '#libs/persistence';
import { built } from './built.mjs';

/**
 * The demo municipality on a PostgreSQL of its own, as `npm start` makes it (fsync and synchronous_commit on, nothing tuned), in a temporary
 * folder, and the API in a process of its own. Neither worker nor notifier run: what they would do is not part of an answer.
 */
export async function openTown() {
  const [{ homeFolder, makeHome }, { secretsOf }, { startEmbeddedPostgres }, { seedDemo }] = await Promise.all([
    built('apps/local/src/home/home-folder.js'),
    built('apps/local/src/home/secrets.js'),
    built('apps/local/src/postgres/embedded-postgres.js'),
    built('apps/local/src/demo/seed-demo.js'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-bench-'));
  // As root, PostgreSQL's own user has to pass through.
  chmodSync(folder, 0o711);
  const closing = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  try {
    const home = homeFolder(join(folder, 'home'));
    makeHome(home);
    const { appPassword, clockPassword, masterKey } = secretsOf(home, {});
    const rolePasswords = { app: appPassword, clock: clockPassword };
    const postgres = await startEmbeddedPostgres(home, { onLost: () => undefined, onGone: () => undefined });
    closing.push(() => postgres.stop());
    const { databaseUrl } = postgres;
    await migrate({ databaseUrl, rolePasswords });
    await seedDemo({ databaseUrl, rolePasswords, masterKey, only: ['mihon'] });
    const server = await openServer({
      databaseUrl,
      rolePasswords,
      masterKey,
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://127.0.0.1',
      demo: true,
      logRequests: true,
    });
    closing.push(server.close);
    return { url: server.url, spent: server.spent, databaseUrl, rolePasswords, masterKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openServer(config) {
  const child = fork(fileURLToPath(new URL('api-server.mjs', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // The API as it is built, also for a row that runs on the sources.
    execArgv: [],
  });
  const ended = once(child, 'exit');
  const answer = async () => {
    const [told] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => Promise.reject(new Error(`the API ended (${String(code)})`))),
    ]);
    return told;
  };
  const ask = async (question) => {
    child.send(question);
    return answer();
  };
  const close = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  try {
    await answer();
    const { url } = await ask({ ask: 'start', config });
    return { url, spent: async () => ask({ ask: 'spent' }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
