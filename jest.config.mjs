import { fileURLToPath } from 'node:url';
import { project, serial, withPostgres } from './test/jest/projects.mjs';

// servers run in UTC; set here, since a test file only sees a copy of the environment
process.env.TZ = 'UTC';

const rootDir = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const source = '{apps,libs,workflows,migrations,test}/**/*';

/** One project a kind: `npm run jest -- --selectProjects unit [path]`. */
export default {
  projects: [
    project(rootDir, 'unit', [`${source}.spec.ts`]),
    project(rootDir, 'workflow', [`${source}.workflow-spec.ts`], { ...serial, testTimeout: 60_000 }),
    project(rootDir, 'int', [`${source}.int-spec.ts`], { ...withPostgres, testTimeout: 60_000 }),
    project(rootDir, 'browser', ['test/browser/**/*.browser-spec.ts'], {
      ...withPostgres,
      ...serial,
      testTimeout: 180_000,
    }),
    project(rootDir, 'fault', ['test/fault/**/*.fault-spec.ts'], { ...withPostgres, ...serial, testTimeout: 300_000 }),
  ],
};
