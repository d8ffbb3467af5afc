import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pick, write } from './form-hand.ts';
import { handOver, mother, receiveHousehold } from './household.ts';
import { invite, placeCase } from './meeting.ts';
import { OfficeDesk } from './office-desk.ts';
import { sheetsOf, type Sheet } from './printed-sheets.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the procedures (in this process), Chromium and the PDF it prints.

let town: Town;
let browser: WatchedBrowser;
let desk: OfficeDesk;
let page: Page;
let kase: Awaited<ReturnType<typeof receiveHousehold>>;
const headingPt = 12;

beforeAll(async () => {
  town = await Town.open();
  browser = await WatchedBrowser.launch(town.url);
  desk = await OfficeDesk.signIn(await browser.newPage(), town, '担当 みどり');
  ({ page } = desk);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

/** Presses 印刷する and waits for the browser's own dialog, which is not there. @returns the sheets and what stands on them */
async function printed(
  path: string,
  chosen?: string,
): Promise<{ readonly sheets: readonly Sheet[]; readonly words: string }> {
  await desk.goTo(path);
  if (chosen !== undefined) await page.getByLabel(chosen).check();
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = 'yes';
    };
  });
  await page.getByRole('button', { name: '印刷する', exact: true }).click();
  await page.locator('body[data-printed=yes]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const words = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  browser.keep(`print${path.replaceAll('/', '-').slice(0, 16)}.pdf`, pdf);
  const sheets = sheetsOf(pdf);
  return { sheets, words };
}

/** What every print owes: how it is to be handled, who printed it; sheets that end where they should. */
function expectWellPrinted({ sheets, words }: Awaited<ReturnType<typeof printed>>): void {
  expect(words).toMatch(/取扱注意 令和\d+年\d+月\d+日\(.\) \d\d:\d\d 印刷 東吾妻町 担当 みどり\(保健福祉課\)/u);
  expect(words).not.toMatch(/続きがあります|ログアウト|印刷する|ここから行う|いまはできないこと/u);
  // no heading stands alone at the end of a sheet, and the last one is worth its paper
  for (const { sizeOfLowest } of sheets) expect(sizeOfLowest).toBeLessThan(headingPt);
  expect(sheets.at(-1)?.lowest).toBeGreaterThan(0.2);
}

const informant = '架空 来談者';

it('prints a case with all that happened, longer than its page shows at once, and 来談者 only when chosen', async () => {
  await desk.goTo('/cases/new');
  await write(page, '来談者・情報提供者', informant);
  kase = await receiveHousehold(desk);
  const { path, number } = kase;
  await handOver(desk, number);
  await town.passOpenDays(7);
  const result = await printed(path);
  expectWellPrinted(result);
  expect(result.words).toContain('相談を受け付けた');
  expect(result.sheets.length).toBeGreaterThan(2);
  expect(result.sheets.length).toBeLessThan(6);
  expect(result.words).not.toContain(informant);
  expect((await printed(path, '来談者・情報提供者も印刷する')).words).toContain(informant);
});

it('prints a sitting before and after its call', async () => {
  const shigeru = await OfficeDesk.signIn(await browser.newPage(), town, '担当 しげる');
  await pick(await shigeru.takeUp('つなぎに返事をする', kase.number), '返事', '受理する');
  await shigeru.send();
  const sitting = await placeCase(desk, {
    casePath: kase.path,
    kind: '支援会議',
    purpose: '支援方針と役割分担',
    persons: [`${mother}(本人、82歳)`],
    agencies: ['地域包括支援センター', '県保健福祉事務所'],
    heldOn: town.openDay(10),
  });
  const before = await printed(sitting);
  expectWellPrinted(before);
  expect(before.sheets).toHaveLength(1);
  await invite(desk, sitting, ['地域包括支援センター', '県保健福祉事務所']);
  const called = await printed(sitting);
  expectWellPrinted(called);
  expect(called.sheets.length).toBeLessThan(3);
  expect(browser.troubles).toEqual([]);
});
