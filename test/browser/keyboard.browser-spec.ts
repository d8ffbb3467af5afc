import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { mother, story } from './household.ts';
import { Town } from './town.ts';
import { phone, WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the procedures (in this process), Chromium. Nothing is clicked.

let town: Town;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  town = await Town.open(Date.now());
  browser = await WatchedBrowser.launch(town.url);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

const hasFocus = async (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** Whether one sees where the keyboard is. */
const isSeen = async (): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });

/** Presses Tab until the target has the focus; each stop on the way must be seen. */
async function tabTo(target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.tagName)) !== 'BODY' && !(await isSeen()))
      throw new Error(`not seen: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`);
    if (await hasFocus(target.first())) return;
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

async function press(target: Locator): Promise<void> {
  await tabTo(target);
  await page.keyboard.press('Enter');
}

async function type(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await page.keyboard.insertText(text);
}

/** The answer of a group of radio buttons, by the arrow keys as the browser has them. */
async function choose(group: Locator, answer: string): Promise<void> {
  await tabTo(group);
  await page.keyboard.press('Space');
  const wanted = group.getByRole('radio', { name: new RegExp(`^${answer}`, 'u') });
  for (let step = 0; step < 10 && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
}

/** An option of a list, by its first letters as the browser has them, or by going down. */
async function pickOption(list: Locator, option: string): Promise<void> {
  await tabTo(list);
  const count = await list.locator('option').count();
  await page.keyboard.press('Home');
  const chosen = async (): Promise<string> =>
    list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? '');
  for (let step = 0; step < count && (await chosen()) !== option; step += 1) await page.keyboard.press('ArrowDown');
  expect(await chosen()).toBe(option);
}

const group = (name: string): Locator => page.getByRole('group', { name: new RegExp(`^${name}`, 'u') });
const field = (name: string): Locator => page.getByLabel(new RegExp(`^${name}\\s*(必須|任意)`, 'u'));

it('signs in, skips to the content, and records an intake by keyboard alone', async () => {
  await page.goto(town.url);
  await press(page.getByRole('button', { name: /^担当 あおい /u }));
  await page.getByRole('heading', { level: 1, name: '自分の仕事' }).waitFor();

  await page.goto(`${town.url}/work`);
  await page.getByRole('heading', { level: 1, name: '自分の仕事' }).waitFor();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await tabTo(page.getByRole('link', { name: '本文へ移る' }));
  expect((await page.getByRole('link', { name: '本文へ移る' }).boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await hasFocus(page.locator('#main'))).toBe(true);

  await press(page.getByRole('link', { name: '相談を受け付ける' }));
  await page.getByRole('heading', { level: 1, name: '相談受付' }).waitFor();
  await choose(group('相談受付票の種類'), '本人の同意がまだない');
  const person = page.getByRole('group', { name: '世帯の人 1', exact: true });
  await type(person.getByLabel(/^氏名/u), mother);
  await tabTo(group('相談内容').getByRole('checkbox', { name: /^介護/u }));
  await page.keyboard.press('Space');
  await pickOption(field('いちばん困っていること\\(◎ ひとつ\\)'), '介護');
  await type(field('相談の内容と経過'), story);
  const tried = page.getByRole('group', { name: '試みた制度・支援 1', exact: true });
  await pickOption(tried.getByLabel(/^制度・支援/u), '介護保険');
  await pickOption(tried.getByLabel(/^結果/u), '途中で中止した');
  await press(page.getByRole('button', { name: '受け付ける', exact: true }));
  await page.waitForURL(/\/cases\/[\da-f-]{36}$/u);
});

it('judges and sends a つなぎ by keyboard alone, and the focus comes back', async () => {
  await press(page.getByRole('button', { name: 'スクリーニングをする', exact: true }));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await choose(dialog.getByRole('group', { name: /^一次判断/u }), 'ほかの機関につなぐ');
  await type(dialog.getByLabel(/^理由/u), '介護だけでは動かない。');
  await press(dialog.getByRole('button', { name: '記録する', exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);

  await town.follow();
  await press(page.getByRole('button', { name: 'つなぎを送る', exact: true }).first());
  await dialog.waitFor();
  await pickOption(dialog.getByLabel(/^つなぎ先\s*必須/u), '基幹相談支援センター');
  await choose(dialog.getByRole('group', { name: /^目的/u }), '一緒に加わってほしい');
  await pickOption(dialog.getByLabel(/^根拠規定/u), '個人情報保護法27条1項');
  await type(dialog.getByLabel(/^同意のないまま伝える理由/u), '健康と暮らしを守るために見立てが要る。');
  await type(dialog.getByLabel(/^伝えること/u), '見立てをお願いします。');
  await press(dialog.getByRole('button', { name: 'つなぎを送る', exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('返事待ち', { exact: true }).first().waitFor();
});

it('opens a folded part by keyboard on a phone, and this window remembers it on every record', async () => {
  await page.setViewportSize(phone);
  const history = page.getByRole('region', { name: 'これまでの経過' });
  const fold = history.getByRole('button', { name: /これまでの経過を/u });
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  await press(fold);
  expect(await fold.getAttribute('aria-expanded')).toBe('true');
  await history.getByText('相談を受け付けた').waitFor();
  await page.reload();
  await history.getByText('相談を受け付けた').waitFor();
  await press(fold);
  await page.reload();
  await fold.waitFor();
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  expect(await history.getByText('相談を受け付けた').isVisible()).toBe(false);
  await browser.look(page, 'case-folded');
  expect(browser.troubles).toEqual([]);
});

it('shows the number of what went wrong beside its words', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const answer = { status: 503, code: 'busy', params: { id: '0190-0001' }, type: 'about:blank', title: '', detail: '' };
  await page.route('**/api/cases?*', async (route) => route.fulfill({ status: 503, json: answer }));
  await page.route('**/api/cases', async (route) => route.fulfill({ status: 503, json: answer }));
  await page.goto(`${town.url}/cases`);
  await page.getByText('エラーの番号：503 busy 0190-0001').waitFor({ timeout: 30_000 });
  await page.unroute('**/api/cases?*');
  await page.unroute('**/api/cases');
  await press(page.getByRole('button', { name: 'もう一度読み込む' }));
  await page.getByRole('link', { name: 'R8-001' }).waitFor();
});

/** A day in a date field, digit by digit, in whichever order the browser asks for year, month and day. */
async function typeDay(input: Locator, on: string): Promise<void> {
  await tabTo(input);
  const [year = '', month = '', day = ''] = on.split('-');
  for (const digits of [month + day + year, year + month + day]) {
    await page.keyboard.type(digits);
    if ((await input.inputValue()) === on) return;
    await input.evaluate((element) => {
      element.blur();
    });
    await tabTo(input);
  }
  throw new Error(`the day is ${await input.inputValue()}`);
}

async function tick(box: Locator): Promise<void> {
  await tabTo(box);
  if (!(await box.isChecked())) await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(true);
}

it('puts a case on a meeting and calls it by keyboard alone, and the focus comes back', async () => {
  page = await browser.newPage();
  await page.goto(town.url);
  await press(page.getByRole('button', { name: /^担当 みどり /u }));
  await page.getByRole('heading', { level: 1, name: '自分の仕事' }).waitFor();
  await press(page.getByRole('link', { name: 'ケース', exact: true }));
  await press(page.getByRole('link', { name: 'R8-002' }));
  await press(page.getByRole('link', { name: '支援会議の案件にする', exact: true }));
  await page.getByRole('heading', { level: 1, name: /支援会議の案件にする$/u }).waitFor();
  await typeDay(field('開催日'), town.openDay(10));
  await type(field('場所'), '役場 第2会議室');
  await choose(group('案件の目的'), '支援方針と役割分担');
  await tick(group('取り上げる人').getByRole('checkbox').first());
  await tick(group('案件に加わる機関').getByRole('checkbox', { name: /^地域包括支援センター/u }));
  await press(page.getByRole('button', { name: '案件にする', exact: true }));
  await page.waitForURL(/\/sittings\/[\da-f-]{36}$/u);

  await press(page.getByRole('button', { name: '開催通知を送る', exact: true }));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await tick(dialog.getByRole('checkbox', { name: /^地域包括支援センター/u }));
  await press(dialog.getByRole('button', { name: '開催通知を送る', exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  await page.getByText('通知済み', { exact: true }).waitFor();
  await town.follow();
  expect(town.mails.some(({ recipients }) => recipients.includes('houkatsu-cho@example.jp'))).toBe(true);
  expect(browser.troubles.filter((trouble) => !trouble.includes('503'))).toEqual([]);
});
