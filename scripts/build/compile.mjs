import { copyFileSync, chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const isCompiled = (path) => path.endsWith('.ts') && !path.endsWith('.d.ts');

/** What `path` becomes below dist. */
const outputsOf = (path) =>
  isCompiled(path) ? [path.replace(/\.ts$/, '.js'), path.replace(/\.ts$/, '.js.map')] : [path];

/** True when everything that `path` becomes is there. */
export const isBuilt = (root, path) => outputsOf(path).every((output) => existsSync(join(root, 'dist', output)));

/** Takes away what a source left behind that is no more: a stale file in dist could still be imported. */
export function removeOutputs(root, path) {
  for (const output of outputsOf(path)) rmSync(join(root, 'dist', output), { force: true });
}

/** Compiles .ts with SWC and copies all else (profiles, tables, templates), at the same place below dist. */
export async function buildFiles(root, paths) {
  const { transform } = await import('@swc/core');
  for (const path of paths) {
    const target = join(root, 'dist', outputsOf(path)[0]);
    mkdirSync(dirname(target), { recursive: true });
    if (!isCompiled(path)) {
      copyFileSync(join(root, path), target);
      continue;
    }
    const source = readFileSync(join(root, path), 'utf8');
    const { code, map } = await transform(source, {
      cwd: root,
      configFile: join(root, '.swcrc'),
      filename: join(root, path),
      sourceFileName: relative(dirname(target), join(root, path)),
    });
    const name = target.slice(target.lastIndexOf('/') + 1);
    writeFileSync(target, `${code}//# sourceMappingURL=${name}.map\n`);
    writeFileSync(`${target}.map`, map);
    if (source.startsWith('#!')) chmodSync(target, 0o755);
  }
}
