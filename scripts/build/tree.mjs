import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const notWalked = new Set(['node_modules', 'dist', '.tsunagi', '.git']);

/** Every file below `folder`, as paths relative to `root` with forward slashes, sorted; empty where the folder is not there. */
export function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const found = [];
  const walk = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!notWalked.has(entry.name)) walk(inner);
      } else if (entry.isFile()) {
        found.push(inner);
      }
    }
  };
  walk(folder);
  return found.sort();
}

/** SHA-256 of text or bytes, hexadecimal. */
export const digest = (content) => createHash('sha256').update(content).digest('hex');

/**
 * Content hashes of files. A file whose size and time are those of the last build keeps its known hash, so that
 * looking at an unchanged tree costs one stat a file.
 * @param known `{ [path]: { size, mtimeMs, hash } }` of the last build
 */
export function hashFiles(root, paths, known) {
  const seen = {};
  for (const path of paths) {
    const { size, mtimeMs } = statSync(join(root, path));
    const before = known[path];
    seen[path] =
      before !== undefined && before.size === size && before.mtimeMs === mtimeMs
        ? before
        : { size, mtimeMs, hash: digest(readFileSync(join(root, path))) };
  }
  return seen;
}

/** One hash over names and contents. */
export const keyOf = (paths, seen) => digest(paths.map((path) => `${path} ${seen[path].hash}`).join('\n'));
