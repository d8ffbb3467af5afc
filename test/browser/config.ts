/** The browser of this machine: `CHROMIUM_PATH`, or `chromium` on the PATH as Debian installs it. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
