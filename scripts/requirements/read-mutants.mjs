import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The mutants of all files of test/requirements/mutants, in the order of their requirements.
 * @param {string} root
 * @returns {Promise<readonly { requirement: string, file: string, find: string, replace: string, spec: string }[]>}
 */
export async function readMutants(root) {
  const folder = join(root, 'test', 'requirements', 'mutants');
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const lists = await Promise.all(
    files.map(async (name) => (await import(pathToFileURL(join(folder, name)).href)).mutants),
  );
  return lists.flat().toSorted((a, b) => Number(a.requirement.slice(1)) - Number(b.requirement.slice(1)));
}
