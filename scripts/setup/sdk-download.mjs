import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode } from './node-modules.mjs';
import { runCommand } from './run-command.mjs';

/** Without a way out the SDK fails at once; a firewall that swallows packets must not hold us up for long. */
const reachableWithinMs = 6_000;
const downloadedWithinMs = 180_000;

/** Runs in the project's Node: the SDK fetches the program into a folder, starts it once and ends it again. */
const script = `
import { TestWorkflowEnvironment } from '@temporalio/testing';
const [kind, downloadDir] = process.argv.slice(1);
const server = { executable: { type: 'cached-download', downloadDir } };
const environment = kind === 'dev-server'
  ? await TestWorkflowEnvironment.createLocal({ server })
  : await TestWorkflowEnvironment.createTimeSkipping({ server });
await environment.teardown();
`;

async function answers() {
  try {
    await fetch('https://temporal.download/', { method: 'HEAD', signal: AbortSignal.timeout(reachableWithinMs) });
    return true;
  } catch {
    return false;
  }
}

/**
 * The Temporal SDK's own download of its servers. What arrives has been started once, so it runs on this machine.
 * @param {'dev-server' | 'time-skipping'} kind
 * @param {string} root folder of the clone
 * @param {string} target where the program is put; its folder is on the file system of the cache
 * @returns {Promise<boolean>} false when it cannot be reached or does not run
 */
export async function downloadBySdk(kind, root, target) {
  if (!(await answers())) return false;
  const folder = `${target}.download`;
  mkdirSync(folder);
  try {
    const { code } = await runCommand(projectNode(root), ['--input-type=module', '-e', script, kind, folder], {
      cwd: root,
      timeoutMs: downloadedWithinMs,
    });
    const file = readdirSync(folder)[0];
    if (code !== 0 || file === undefined) return false;
    renameSync(join(folder, file), target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
