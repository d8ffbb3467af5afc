import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Dialog, Locator, Page } from 'playwright-core';
import { write } from './form-hand.ts';
import { receiveHousehold } from './household.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { phone, WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the procedures (in this process), Chromium.

let town: Town;
let browser: WatchedBrowser;
let desk: OfficeDesk;
let page: Page;
let path: string;
let number: string;
const name = '担当 ひろし';
const words = '長男の部屋の前で三十分待った。返事はないが、物音がした。';
const label = '連絡の約束';
const button = '連絡の約束を変える';

beforeAll(async () => {
  town = await Town.open(Date.now());
  browser = await WatchedBrowser.launch(town.url);
  desk = await OfficeDesk.signIn(await browser.newPage(), town, name);
  ({ page } = desk);
  await desk.goTo('/cases/new');
  ({ path, number } = await receiveHousehold(desk));
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

const form = (): Locator => page.getByRole('dialog', { name: button });
const question = (): Locator => page.getByRole('dialog', { name: 'まだ記録していません' });
const field = (): Locator => form().getByLabel(/^連絡の約束\s*(必須|任意)/u);
const kept = async (): Promise<void> => form().getByText('下書きを保存しました').waitFor();

async function typed(text = words): Promise<void> {
  await desk.open(button);
  await write(form(), label, text);
}

beforeEach(async () => {
  await desk.goTo('/work');
  const thrown = page.getByRole('button', { name: /^下書きを消す：/u });
  while ((await thrown.count()) > 0) {
    const left = await thrown.count();
    await thrown.first().click();
    await page.waitForFunction((n) => document.querySelectorAll('[aria-label^="下書きを消す："]').length < n, left);
  }
  await desk.goTo(path);
});

it('asks before something typed is left: Escape, twice, 閉じる, やめる, the back button', async () => {
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    escape: async () => page.keyboard.press('Escape'),
    close: async () => form().getByRole('button', { name: '閉じる', exact: true }).click(),
    cancel: async () => form().getByRole('button', { name: 'やめる', exact: true }).click(),
    back: async () => page.goBack(),
  };
  await typed();
  for (const [way, leave] of Object.entries(ways)) {
    await leave();
    await question().waitFor();
    // Escape stays: the first does not throw away, nor the second
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect([way, await field().inputValue()]).toEqual([way, words]);
  }
  await browser.look(page, 'draft-form');
  await page.keyboard.press('Escape');
  await question().waitFor();
  await browser.look(page, 'draft-question');
  await question().getByRole('button', { name: '入力を消して閉じる' }).click();
  await form().waitFor({ state: 'detached' });
  await desk.goTo('/work');
  expect(await page.getByRole('region', { name: '入力の途中' }).count()).toBe(0);
});

it('asks nothing where nothing was typed', async () => {
  await desk.open(button);
  await page.keyboard.press('Escape');
  await form().waitFor({ state: 'detached' });
  expect(await question().count()).toBe(0);
});

it('asks before the window is closed', async () => {
  await typed();
  const asked = new Promise<Dialog>((resolve) => {
    page.once('dialog', resolve);
  });
  await page.evaluate(() => {
    setTimeout(() => {
      window.location.reload();
    });
  });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(await field().inputValue()).toBe(words);
  await kept();
});

it('gives back what was typed after a reload, a crash and a sign-out, and says so', async () => {
  await typed();
  await kept();
  await page.reload();
  await form()
    .getByText(/の下書きを戻しました/u)
    .waitFor();
  expect(await field().inputValue()).toBe(words);

  // The window dies: nothing is asked, nothing waits.
  const other = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  page = other;
  desk = await OfficeDesk.signIn(await browser.newPage(), town, name);
  page = desk.page;
  const list = page.getByRole('region', { name: '入力の途中' });
  expect(await list.innerText()).toContain(`${number} ${button}`);
  await browser.look(page, 'draft-list');
  await list.getByRole('link', { name: `続きを入力する：${number} ${button}` }).click();
  await form().waitFor();
  expect(await field().inputValue()).toBe(words);

  // Sent: it is a draft no more.
  await desk.send();
  await desk.goTo('/work');
  expect(await page.getByRole('region', { name: '入力の途中' }).count()).toBe(0);
  await desk.goTo(path);
  await desk.open(button);
  expect(
    await form()
      .getByText(/の下書きを戻しました/u)
      .count(),
  ).toBe(0);
});

it('keeps what is typed while the line is cut, or the session ends, and gives it to nobody else', async () => {
  await typed();
  await kept();
  await page.route('**/api/drafts/*', async (route) => route.abort());
  await write(form(), label, `${words}翌日も行く。`);
  await form().getByText('下書きをまだ保存できていません').waitFor();
  await page.unroute('**/api/drafts/*');
  await kept();

  await page.context().clearCookies();
  await write(form(), label, `${words}三日後も。`);
  await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor();
  await page.getByRole('button', { name: new RegExp(`^${name} `, 'u') }).click();
  await form().waitFor();
  expect(await field().inputValue()).toBe(`${words}三日後も。`);
  await kept();

  const colleague = await OfficeDesk.signIn(await browser.newPage(), town, '担当 あおい');
  expect(await colleague.page.getByRole('region', { name: '入力の途中' }).count()).toBe(0);
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  expect(stored).not.toContain('長男');
});

it('asks on a page that is a form, also before the sign-out, and at the width of a phone', async () => {
  await page.setViewportSize(phone);
  await desk.goTo('/cases/new');
  const story = page.getByLabel(/^経緯|^相談の/u).first();
  await story.fill('電話で相談があった。');
  await page.getByRole('link', { name: '会議', exact: true }).click();
  await question().waitFor();
  await question().getByRole('button', { name: '入力にもどる' }).click();
  expect(await story.inputValue()).toBe('電話で相談があった。');
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await question().waitFor();
  await question().getByRole('button', { name: '下書きを残して閉じる' }).click();
  await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor();

  desk = await OfficeDesk.signIn(page, town, name);
  await page.getByRole('link', { name: '続きを入力する：相談受付' }).click();
  expect(
    await page
      .getByLabel(/^経緯|^相談の/u)
      .first()
      .inputValue(),
  ).toBe('電話で相談があった。');
  // the line that was cut above
  expect(browser.troubles.filter((trouble) => !trouble.includes('ERR_FAILED'))).toEqual([]);
});
