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
const meetings = '会議の案件';
const ask = '事務局に支援会議の案件化を依頼する';

beforeAll(async () => {
  town = await Town.open(Date.now());
  browser = await WatchedBrowser.launch(town.url);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

it('who opens no sitting asks the secretariat for one, and reads why not', async () => {
  const aoi = await signIn('担当 あおい');
  await aoi.goTo('/cases/new');
  const { path, number } = await receiveHousehold(aoi);
  await handOver(aoi, number);
  expect(await aoi.section(meetings).getByRole('link', { name: '支援会議の案件にする' }).count()).toBe(0);
  const form = await aoi.open(ask);
  await pick(form, '目的', '支援方針と役割分担');
  await write(form, '案件にしたい理由(事務局に伝わります)', '長男の見立てを、関係機関でそろえたい。');
  await browser.look(aoi.page, 'request-meeting-form');
  await aoi.send('依頼を送る');
  expect(await aoi.textOf(meetings)).toContain('事務局の返事待ち');
  expect(await aoi.section(meetings).getByRole('button', { name: ask }).count()).toBe(0);
  await browser.look(aoi.page, 'request-meeting-asked');

  const midori = await signIn('担当 みどり');
  await midori.page
    .getByRole('link', { name: /案件化の依頼に返事をする/u })
    .first()
    .click();
  await midori.page.getByRole('heading', { level: 1 }).waitFor();
  await midori.goTo(path);
  const section = midori.section(meetings);
  expect(await section.getByRole('button', { name: ask }).count()).toBe(0);
  expect(await section.innerText()).toContain('長男の見立てを、関係機関でそろえたい。');
  await browser.look(midori.page, 'request-meeting-office');
  const answer = await midori.open('理由を付けて依頼を返す');
  await write(answer, '案件にしない理由(依頼した機関に伝わります)', '先に基幹相談支援センターの返事を待ちます。');
  await midori.send('返事を送る');

  await aoi.goTo(path);
  expect(await aoi.textOf(meetings)).toContain('先に基幹相談支援センターの返事を待ちます。');
  expect(browser.troubles).toEqual([]);
});
