import { fileURLToPath } from 'node:url';
import { project, withPostgres } from '../jest/projects.mjs';

process.env.TZ = 'UTC';

const rootDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const source = '{apps,libs,workflows,migrations,test}/**/*';
/** One mutant, as scripts/requirements/run-mutant.mjs hands it over; without one everything is as it is. */
const mutant = JSON.parse(process.env.TSUNAGI_MUTANT ?? 'null');

/** The projects of jest.config.mjs with every source read through mutant-transform.mjs. */
const mutated = (kind, more = {}) => {
  const plain = project(rootDir, kind, [`${source}.${kind === 'unit' ? 'spec' : 'int-spec'}.ts`], more);
  return {
    ...plain,
    transform: Object.fromEntries(
      Object.entries(plain.transform).map(([files, [, swc]]) => [
        files,
        ['<rootDir>/test/requirements/mutant-transform.mjs', { swc, mutant }],
      ]),
    ),
  };
};

export default { rootDir, projects: [mutated('unit'), mutated('int', withPostgres)] };
