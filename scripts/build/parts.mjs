import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './tree.mjs';

const isSpec = (path) => /\.(spec|int-spec|workflow-spec)\.tsx?$/.test(path) || path.includes('/__snapshots__/');
const isUnused = (path) => /\.md$|\/tsconfig[^/]*\.json$|\/\.[^/]+$/.test(path);

/** What changes everything: the tools and their settings. */
const settings = ['.swcrc', 'package.json', 'package-lock.json'];
const scripts = ['scripts/build/compile.mjs', 'scripts/build/parts.mjs', 'scripts/build/precompress.mjs'];

/** What writes the workflow bundle below dist. */
const bundler = 'libs/temporal/src/build-bundle.ts';

/** Files that end up in dist as they are (.ts compiled, all else copied): apps without the web, libs, workflows, migrations. */
const serverSources = (root) =>
  ['apps', 'libs', 'workflows', 'migrations']
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => !path.startsWith('apps/web/') && !isSpec(path) && !isUnused(path));

/** The files of `start` and of every lib that they name as `#libs/…`, directly or through other libs. */
function withNamedLibs(root, start) {
  const files = new Set(start.filter((path) => !isSpec(path)));
  const libs = new Set();
  for (const path of files) {
    if (!/\.tsx?$/.test(path)) continue;
    for (const [, name] of readFileSync(join(root, path), 'utf8').matchAll(/['"]#libs\/([\w-]+)['"]/g)) {
      if (libs.has(name)) continue;
      libs.add(name);
      // a Set goes on with what is added while it is walked
      for (const inner of filesBelow(root, `libs/${name}`)) if (!isSpec(inner)) files.add(inner);
    }
  }
  return [...files].sort();
}

/**
 * The three parts of a build and the files each depends on (paths relative to the root).
 * @returns {{ server: string[], bundle: string[], web: string[], settings: string[] }}
 */
export function buildParts(root) {
  const workflows = filesBelow(root, 'workflows');
  const web = filesBelow(root, 'apps/web');
  return {
    settings: [...settings, ...scripts],
    server: serverSources(root),
    bundle: existsSync(join(root, bundler)) ? withNamedLibs(root, [...workflows, bundler]) : [],
    web: web.length === 0 ? [] : withNamedLibs(root, web),
  };
}
