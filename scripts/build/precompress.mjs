import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What is text: pictures and fonts are compressed in themselves. */
const isText = (path) => /\.(?:js|css|html|svg|json)$/u.test(path);
/** Below this a compressed answer is no quicker: it fits one packet either way. */
const worthwhileBytes = 1_024;

/**
 * Lays `file.br` and `file.gz` beside each text file below `folder`, as hard as they can be pressed: once at the build instead of at each
 * answer. A file that is too small, or gains nothing, gets none.
 * @returns {number} how many files were pressed
 */
export function precompress(folder) {
  let pressed = 0;
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!isText(name)) continue;
    const path = join(folder, name);
    const content = readFileSync(path);
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    for (const [suffix, smaller] of [
      ['.br', brotli],
      ['.gz', gzipSync(content, { level: 9 })],
    ]) {
      if (content.length >= worthwhileBytes && smaller.length < content.length) writeFileSync(path + suffix, smaller);
      else rmSync(path + suffix, { force: true });
    }
    pressed += 1;
  }
  return pressed;
}
