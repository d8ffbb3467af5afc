import { installPackages, mayInstallPackages } from './debian-packages.mjs';
import { findProgram, isProgram } from './find-program.mjs';
import { SetupRefusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

async function hasJapaneseFont() {
  const { code, lines } = await runCommand('fc-list', [':lang=ja', 'family'], { timeoutMs: 20_000 });
  return code === 0 && lines.some((line) => line.trim() !== '');
}

/**
 * The browser of the tests, with a Japanese font (screenshots and prints are looked at).
 * @returns {Promise<string>} path of the program
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new SetupRefusal('setup.no-chromium', [`CHROMIUM_PATH の ${given} は実行できるファイルではありません。`]);
  }
  const there = findProgram(names);
  if (there !== undefined && (await hasJapaneseFont())) return there;
  if (mayInstallPackages()) {
    const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig'];
    await installPackages('Chromium と日本語の書体を入れています(画面のテスト用)', '30 秒〜2 分', packages);
    const installed = findProgram(names);
    if (installed !== undefined && (await hasJapaneseFont())) return installed;
  }
  throw new SetupRefusal('setup.no-chromium', [
    there === undefined ? '画面のテストに使う Chromium がありません。' : '画面のテストに使う日本語の書体がありません。',
    'Debian / Ubuntu なら: apt-get install chromium fonts-noto-cjk',
    'ほかの場所にあるときは CHROMIUM_PATH で指してください。',
  ]);
}
