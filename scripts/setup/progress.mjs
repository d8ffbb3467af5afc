/** Seconds as a person reads them. @param {number} ms @returns {string} */
export function spokenDuration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

/**
 * One line of progress: elapsed time, how far it is where that can be known, and how long it may take.
 * @param {{ elapsedMs: number, expected: string, share?: number | undefined, detail?: string | undefined }} at `share` 0 to 1
 * @returns {string}
 */
export function progressLine({ elapsedMs, expected, share, detail }) {
  const parts = [`${spokenDuration(elapsedMs)}経過`, `目安 ${expected}`];
  if (share !== undefined) parts.unshift(`${Math.min(99, Math.floor(share * 100))} %`);
  if (detail !== undefined) parts.push(detail);
  return parts.join(' / ');
}

/**
 * Runs one step and says what it does, how far it is and how long it may take. On a terminal the line is
 * rewritten each second, elsewhere (logs of a build machine) a new line is written every 20 seconds.
 * Work that answers `false` could not be done, which the caller deals with.
 * @template T
 * @param {string} title Japanese
 * @param {string} expected Japanese, e.g. `1〜2 分`
 * @param {(report: (at: { share?: number, detail?: string }) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, expected, work) {
  const out = process.stdout;
  const startedMs = Date.now();
  let last = {};
  out.write(`・${title}(目安 ${expected})\n`);
  const everyMs = out.isTTY ? 1000 : 20_000;
  const ticker = setInterval(() => {
    const line = `  ${progressLine({ elapsedMs: Date.now() - startedMs, expected, ...last })}`;
    out.write(out.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }, everyMs);
  try {
    const result = await work((at) => {
      last = at;
    });
    const outcome = result === false ? 'できませんでした' : '済み';
    out.write(`${out.isTTY ? '\r\u001b[K' : ''}  ${outcome}(${spokenDuration(Date.now() - startedMs)})\n`);
    return result;
  } finally {
    clearInterval(ticker);
    if (out.isTTY) out.write('\r\u001b[K');
  }
}
