import { fileURLToPath } from 'node:url';
import { project, serial, withPostgres } from './test/jest/projects.mjs';

// servers run in UTC; set here, since a test file only sees a copy of the environment
process.env.TZ = 'UTC';

const rootDir = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const source = '{apps,libs,workflows,migrations,test}/**/*';

/** One project a kind: `npm run jest -- --selectProjects unit [path]`. */
export default {
  // Jest reads it here only, not in a project; the slow kinds bundle workflows and start servers first.
  testTimeout: 120_000,
  projects: [
    project(rootDir, 'unit', [`${source}.spec.ts`]),
    project(rootDir, 'workflow', [`${source}.workflow-spec.ts`], serial),
    project(rootDir, 'int', [`${source}.int-spec.ts`], withPostgres),
    project(rootDir, 'browser', ['test/browser/**/*.browser-spec.ts'], {
      ...withPostgres,
      ...serial,
    }),
    project(rootDir, 'fault', ['test/fault/**/*.fault-spec.ts'], { ...withPostgres, ...serial }),
  ],
};
