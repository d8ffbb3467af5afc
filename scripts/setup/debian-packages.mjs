import { existsSync } from 'node:fs';
import { findProgram } from './find-program.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './progress.mjs';

/** Whether this machine lets us install Debian packages: Debian or a child of it, and we are root. */
export function mayInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram(['apt-get']) !== undefined;
}

/**
 * @param {string} title Japanese
 * @param {string} expected Japanese
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are installed now
 */
export async function installPackages(title, expected, packages) {
  return step(title, expected, async (report) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const onLine = (line) => {
      report({ detail: line.trim().slice(0, 50) });
    };
    // A list that is a little old is no reason to fail; the installation below tells.
    await runCommand('apt-get', ['update'], { env, onLine });
    const args = ['install', '-y', '--no-install-recommends', ...packages];
    const { code, lines } = await runCommand('apt-get', args, { env, onLine });
    if (code !== 0) process.stdout.write(`${lines.slice(-5).join('\n')}\n`);
    return code === 0;
  });
}
