import { readFileSync } from 'node:fs';

/** Clock ticks a second of Linux's process table; fixed in its interface to programs. */
const ticksPerSecond = 100;

/**
 * A line of Linux's process table.
 * @param {number} pid
 * @returns {{ name: string, fields: string[] }} fields from the state on
 * @throws where there is no such process or no `/proc`
 */
export function fieldsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const end = stat.lastIndexOf(')');
  return { name: stat.slice(stat.indexOf('(') + 1, end), fields: stat.slice(end + 2).split(' ') };
}

/**
 * When the person pressed return: the start of the `npm` process above this one, or of this process when there is none.
 * @returns {number | undefined} epoch milliseconds, right to 10 ms; undefined where the system does not tell
 */
export function commandStartedAtMs() {
  try {
    const uptimeMs = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 1000;
    const bootedAtMs = Date.now() - uptimeMs;
    let started;
    for (let pid = process.pid; pid > 1;) {
      const { name, fields } = fieldsOf(pid);
      if (started === undefined || name.startsWith('npm')) started = Number(fields[19]);
      if (name.startsWith('npm')) break;
      pid = Number(fields[1]);
    }
    return started === undefined ? undefined : bootedAtMs + (started * 1000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
