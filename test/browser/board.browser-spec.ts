import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { select } from './form-hand.ts';
import { receiveHousehold } from './household.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the procedures (in this process), Chromium. The clock stands at this moment, so that
// nothing is behind.

let town: Town;
let browser: WatchedBrowser;

beforeAll(async () => {
  town = await Town.open(Date.now());
  browser = await WatchedBrowser.launch(town.url);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

/** Somebody receives a household. @returns the case's address and number */
async function received(name: string, urgent = false): ReturnType<typeof receiveHousehold> {
  const desk = await OfficeDesk.signIn(await browser.newPage(), town, name);
  await desk.goTo('/cases/new');
  return receiveHousehold(desk, urgent);
}

it('[R42] shows 緊急 first, then no one in charge, then what stands still longest, then what is moving', async () => {
  const moving = await received('担当 ひろし');
  const vacant = await received('担当 まこと');
  const head = await OfficeDesk.signIn(await browser.newPage(), town, '担当 すすむ');
  await head.goTo(vacant.path);
  const form = await head.open('担当者を決める');
  await select(form, '担当者', '担当者なし(後任が決まらない)');
  await head.send();
  const urgent = await received('担当 あおい', true);

  const takashi = await OfficeDesk.signIn(await browser.newPage(), town, '担当 たかし');
  await takashi.goTo('/board');
  const { page } = takashi;
  const numbers = await page.getByRole('row').getByRole('link').allInnerTexts();
  expect(numbers).toEqual([urgent.number, vacant.number, 'R8-001', moving.number]);
  const line = async (number: string): Promise<string> => page.getByRole('row').filter({ hasText: number }).innerText();
  expect(await line(urgent.number)).toContain('緊急');
  expect(await line(vacant.number)).toContain('担当者なし');
  expect(await line('R8-001')).toContain('つなぎ未応答');
  expect(await line(moving.number)).toContain('順調');
  expect(await page.getByText('自動の手続きが遅れています').count()).toBe(0);
  await browser.look(page, 'board-order');
  expect(browser.troubles).toEqual([]);
});
