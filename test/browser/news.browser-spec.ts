import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pick, write } from './form-hand.ts';
import { handOver, receiveHousehold } from './household.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the procedures (in this process), Chromium.

let town: Town;
let browser: WatchedBrowser;
const signIn = async (name: string): Promise<OfficeDesk> => OfficeDesk.signIn(await browser.newPage(), town, name);

beforeAll(async () => {
  town = await Town.open(Date.now());
  browser = await WatchedBrowser.launch(town.url);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

it('shows what others do without a reload, and an open form stays as it is', async () => {
  const aoi = await signIn('担当 あおい');
  await aoi.goTo('/cases/new');
  const { path, number } = await receiveHousehold(aoi);
  await handOver(aoi, number);
  expect(await aoi.textOf('つなぎ')).toContain('返事待ち');
  const form = await aoi.open('連絡の約束を変える');
  await write(form, '連絡の約束', '電話は水曜の午後だけ。');

  const shigeru = await signIn('担当 しげる');
  const answer = await shigeru.takeUp('つなぎに返事をする', number);
  await pick(answer, '返事', '受理する');
  await shigeru.send('返事を送る');

  await aoi.section('つなぎ').getByText('受理', { exact: true }).waitFor({ state: 'attached' });
  expect(await form.getByLabel(/^連絡の約束/u).inputValue()).toBe('電話は水曜の午後だけ。');

  // Another window of the same office was faster: the choice has the focus.
  const second = await signIn('担当 あおい');
  await second.goTo(path);
  const faster = await second.open('連絡の約束を変える');
  await write(faster, '連絡の約束', '電話はしない。');
  await second.send();
  expect((await aoi.press('記録する')).status).toBe(409);
  const conflict = form.getByRole('alert');
  await conflict.getByText('ほかの人が先に変更しました').waitFor();
  expect(await conflict.evaluate((box) => box === document.activeElement)).toBe(true);
  await browser.look(aoi.page, 'conflict');
  await conflict.getByRole('button', { name: '自分の入力で続ける' }).click();
  expect((await aoi.press('記録する')).status).toBe(200);
  await aoi.dialog.waitFor({ state: 'detached' });
  expect(await aoi.page.evaluate(() => document.activeElement?.textContent)).toBe('連絡の約束を変える');
  expect(browser.troubles).toEqual([]);
});

it('gives the focus back to where it was when a save takes the button away', async () => {
  const hiroshi = await signIn('担当 ひろし');
  await hiroshi.goTo('/cases/new');
  const { number } = await receiveHousehold(hiroshi);
  const form = await hiroshi.takeUp('スクリーニング(一次判断)をする', number);
  await pick(form, '一次判断', 'ほかの機関につなぐ');
  await write(form, '理由', '介護だけでは動かない。');
  await hiroshi.press('記録する');
  await hiroshi.dialog.waitFor({ state: 'detached' });
  await hiroshi.page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(browser.troubles).toEqual([]);
});
