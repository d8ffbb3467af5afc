/** The browser of this machine: `CHROMIUM_PATH`, or `chromium` on the PATH as Debian installs it. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** What the browser is started with: this machine's environment, in Japanese (dates in fields are shown by it). */
export const browserEnvironment: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  LANG: 'ja_JP.UTF-8',
  LANGUAGE: 'ja',
};
