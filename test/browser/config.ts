import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser of this machine: `CHROMIUM_PATH`, or `chromium` on the PATH as Debian installs it. */
export const chromiumPath =
  process.env['CHROMIUM_PATH'] ??
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find((path) => existsSync(path));
