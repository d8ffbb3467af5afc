import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Folder of the clone, looked for upwards, so that it is right for the sources and for the build. */
export function rootFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('no package-lock.json above this file');
  return rootFolder(above);
}

/** Where the build leaves the code of the workflows, and where the worker takes it from. */
const workflowBundlePath = (): string => join(rootFolder(), 'dist', 'workflow-bundle.js');

/**
 * Bundles workflows for Temporal's sandbox (about a second); bundler and worker must be the same SDK version.
 * @param workflowsPath file that exports them by name; by default the workflows of Tsunagi
 * @throws with the bundler's own words when something is imported that may not run there
 */
export async function bundleRecordWorkflows(
  workflowsPath = join(rootFolder(), 'workflows', 'index.ts'),
): Promise<WorkflowBundleWithSourceMap> {
  const lines: string[] = [];
  const logger = new DefaultLogger('WARN', ({ message }) => lines.push(message));
  try {
    return await bundleWorkflowCode({
      workflowsPath,
      logger,
      webpackConfigHook: (config) => ({
        ...config,
        resolve: {
          ...config.resolve,
          // without these `#libs` leads into dist, which may be stale
          conditionNames: ['tsunagi:source', 'import', 'module', 'require', 'default'],
        },
      }),
    });
  } catch (error) {
    throw new Error(`the workflows could not be bundled\n${lines.join('\n')}`, { cause: error });
  }
}

/** Builds the bundle in the build. Written beside and renamed, so that a worker never reads half of it. */
export async function writeWorkflowBundle(path = workflowBundlePath()): Promise<void> {
  const { code } = await bundleRecordWorkflows();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, code);
  renameSync(`${path}.new`, path);
}

/** @throws when the build has left no bundle: a worker without workflows must not start. */
export function builtWorkflowBundle(path = workflowBundlePath()): { readonly codePath: string } {
  if (!existsSync(path)) throw new Error(`no workflow bundle at ${path}: run "npm run build:bundle" first`);
  return { codePath: path };
}
