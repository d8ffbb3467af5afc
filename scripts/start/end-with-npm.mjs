import { execFileSync } from 'node:child_process';
import { processIdentity } from '../setup/process-identity.mjs';
import { fieldsOf } from './command-start.mjs';

const lookEveryMs = 500;

/** @param {number} pid @returns {{ parent: number, name: string } | undefined} */
function lineOf(pid) {
  try {
    const { name, fields } = fieldsOf(pid);
    return { parent: Number(fields[1]), name };
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  try {
    const [parent, ...name] = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/u);
    return { parent: Number(parent), name: name.join(' ') };
  } catch {
    return undefined;
  }
}

/** @returns {readonly number[]} the processes between this one and the `npm` that runs it, that one included; none without npm */
function upToNpm() {
  const above = [];
  for (let pid = process.ppid; pid > 1;) {
    const line = lineOf(pid);
    if (line === undefined) return [];
    above.push(pid);
    if (/^npm\b|\bnpm(?:-cli\.js)?\b/u.test(line.name)) return above;
    pid = line.parent;
  }
  return [];
}

/**
 * Ends this process in its own order when the `npm` that started it is gone: npm passes a SIGTERM on to the shell between, which
 * passes it on to nobody. Does nothing when it was started by hand, or where the system does not tell.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const above = upToNpm().map((pid) => ({ pid, identity: processIdentity(pid) }));
  if (above.length === 0) return;
  const timer = setInterval(() => {
    if (above.every(({ pid, identity }) => processIdentity(pid) === identity)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookEveryMs);
  timer.unref();
}
