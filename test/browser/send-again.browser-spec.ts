import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { write } from './form-hand.ts';
import { receiveHousehold } from './household.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the procedures (in this process), Chromium. Not real: that the database is away.

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

it('sends what could not be sent once more by itself, the same content under the same id, and keeps what was typed meanwhile', async () => {
  const aoi = await OfficeDesk.signIn(await browser.newPage(), town, '担当 あおい');
  await aoi.goTo('/cases/new');
  await receiveHousehold(aoi);
  const form = await aoi.open('連絡の約束を変える');
  await write(form, '連絡の約束', '電話は木曜の朝だけ。');
  const ids: string[] = [];
  await aoi.page.route('**/change-contact-rules', async (route) => {
    const { commandId } = route.request().postDataJSON() as { readonly commandId: string };
    ids.push(commandId);
    if (ids.length > 2) {
      await route.continue();
      return;
    }
    await route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        ...{ type: 'urn:tsunagi:problem:database.away', title: 'いま使えません', status: 503, code: 'database.away' },
        detail: 'いま、データベースにつながりません。記録は変わっていません。同じ内容でもう一度送れます。',
        params: { retryAfter: 1 },
      }),
    });
  });
  await form.getByRole('button', { name: '記録する' }).click();
  const told = form.getByRole('alert');
  await told.getByText(/データベースにつながりません。.*3秒後に、同じ内容を自動でもう一度送ります。/u).waitFor();
  await told.getByText('503 database.away').waitFor();
  expect(await form.getByLabel(/^連絡の約束/u).inputValue()).toBe('電話は木曜の朝だけ。');
  await browser.look(aoi.page, 'sends-again');
  await told.getByText(/5秒後に/u).waitFor();
  await aoi.dialog.waitFor({ state: 'detached' });
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  await aoi.page.getByText('電話は木曜の朝だけ。').first().waitFor({ state: 'attached' });
});

it('leaves it to the person once the content was changed', async () => {
  const aoi = await OfficeDesk.signIn(await browser.newPage(), town, '担当 あおい');
  await aoi.goTo('/cases/new');
  await receiveHousehold(aoi);
  const form = await aoi.open('連絡の約束を変える');
  await write(form, '連絡の約束', '電話は金曜。');
  let sent = 0;
  await aoi.page.route('**/change-contact-rules', async (route) => {
    sent += 1;
    await route.abort();
  });
  await form.getByRole('button', { name: '記録する' }).click();
  await form
    .getByRole('alert')
    .getByText(/3秒後に/u)
    .waitFor();
  await write(form, '連絡の約束', '電話は土曜。');
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(sent).toBe(1);
});
