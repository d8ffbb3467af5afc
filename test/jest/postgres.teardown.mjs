import { rm } from 'node:fs/promises';

/** Stops what postgres.setup.mjs started and removes its data; a server that was given is left alone. */
export default async function stopPostgres() {
  const started = globalThis.tsunagiTestPostgres;
  if (started === undefined) return;
  globalThis.tsunagiTestPostgres = undefined;
  await started.server.stop();
  await rm(started.home, { recursive: true, force: true });
}
