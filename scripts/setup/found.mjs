import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the set-up found, so that start and test need not search again.
 * @typedef {{ lockHash?: string, temporal?: string, testServer?: string, chromium?: string, postgres?: string }} Found
 */

function place(root) {
  return join(root, 'node_modules', '.cache', 'tsunagi-setup.json');
}

/** @param {string} root folder of the clone @returns {Found} only what is still there */
export function readFound(root) {
  let noted;
  try {
    noted = JSON.parse(readFileSync(place(root), 'utf8'));
  } catch {
    return {};
  }
  const there = Object.entries(noted).filter(
    ([what, value]) => typeof value === 'string' && (what === 'lockHash' || existsSync(value)),
  );
  return Object.fromEntries(there);
}

/** @param {string} root @param {Found} found */
export function writeFound(root, found) {
  const path = place(root);
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(found, undefined, 2)}\n`);
  renameSync(`${path}.new`, path);
}
