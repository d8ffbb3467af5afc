import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { readFound, writeFound } from './found.mjs';
import { ensureDependencies } from './node-modules.mjs';
import { assertPostgresCanEnter, ensurePostgres } from './postgres.mjs';
import { exitCodeOf, SetupRefusal } from './refusal.mjs';
import { assertNotInterrupted, endRunningCommands } from './run-command.mjs';
import { ensureTemporal } from './temporal-server.mjs';
import { ensureTestServer, isTestServerUsable } from './test-server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

function watchSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, endRunningCommands);
  }
}

async function find(purpose) {
  const before = readFound(root);
  const ownPostgres = !process.env.DATABASE_URL;
  // The test run always starts a PostgreSQL of its own; `npm start` only when none is named.
  if ((ownPostgres || purpose === 'test') && before.postgres === undefined) await assertPostgresCanEnter(root);
  const lockHash = await ensureDependencies(root, before.lockHash);
  const found = { ...before, lockHash };
  if (ownPostgres || purpose === 'test') found.postgres = before.postgres ?? ensurePostgres(root);
  if (before.temporal === undefined) {
    const temporal = await ensureTemporal(root);
    if (temporal !== undefined) found.temporal = temporal;
  }
  if (purpose === 'test') {
    found.chromium = process.env.CHROMIUM_PATH ? await ensureChromium() : (before.chromium ?? (await ensureChromium()));
    const known = !process.env.TSUNAGI_TEST_SERVER && isTestServerUsable(before.testServer);
    found.testServer = known ? before.testServer : await ensureTestServer(root);
  }
  if (JSON.stringify(found) !== JSON.stringify(before)) writeFound(root, found);
}

/** A command that we ended looks like one that failed: the person's wish is the reason. */
function cause(error) {
  try {
    assertNotInterrupted();
    return error;
  } catch (interruption) {
    return interruption;
  }
}

/**
 * Puts everything there that `npm start` or `npm test` needs. A second run only looks.
 * @param {'start' | 'test'} purpose
 * @returns {Promise<number>} exit code
 */
export async function setUp(purpose) {
  watchSignals();
  try {
    await find(purpose);
    return 0;
  } catch (error) {
    const told = cause(error);
    if (!(told instanceof SetupRefusal)) throw told;
    console.error(`\n準備できません [${told.code}]`);
    for (const line of told.lines) console.error(`  ${line}`);
    return exitCodeOf(told);
  }
}
