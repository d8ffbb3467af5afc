import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pick, select, write } from './form-hand.ts';
import { handOver, receiveHousehold } from './household.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the notifier over SMTP, the procedures (in this process), Chromium. Driven: the clock.

let town: Town;
let browser: WatchedBrowser;
const signIn = async (name: string): Promise<OfficeDesk> => OfficeDesk.signIn(await browser.newPage(), town, name);

beforeAll(async () => {
  town = await Town.open();
  browser = await WatchedBrowser.launch(town.url);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

describe('what becomes of a つなぎ that is not accepted', () => {
  it('[R12] goes back with a reason and a suggestion to the sender, who was responsible all along', async () => {
    const aoi = await signIn('担当 あおい');
    await aoi.page.getByRole('link', { name: '相談を受け付ける' }).click();
    const kase = await receiveHousehold(aoi);
    await handOver(aoi, kase.number);
    const shigeru = await signIn('担当 しげる');
    const form = await shigeru.takeUp('つなぎに返事をする', kase.number);
    await pick(form, '返事', '受理しない(理由と代案)');
    await select(form, '理由', '判断に要る情報が足りない');
    await select(form, '代わりの案', '一緒に訪問する');
    await write(form, '返事に添える言葉', '先に一度、一緒に伺えますか。');
    await shigeru.send();
    // who has no more part in the case is led back to the own work, not to a page that may not be seen
    await shigeru.page.getByRole('heading', { level: 1, name: '自分の仕事' }).waitFor();
    await shigeru.goTo(kase.path);
    await shigeru.page.getByText('見つかりません').waitFor();

    await aoi.goTo(kase.path);
    const handoff = await aoi.textOf('つなぎ');
    expect(handoff).toContain('受理しない');
    expect(handoff).toContain('判断に要る情報が足りない');
    expect(handoff).toContain('一緒に訪問する');
    expect(handoff).toContain('先に一度、一緒に伺えますか。');
    const owed = await aoi.textOf('次にすること(期限)');
    expect(owed).toContain('つなぎ先を決めて送る');
    expect(owed).toContain('地域包括支援センター 担当 あおい');
    expect(await aoi.page.getByRole('main').innerText()).toMatch(/主担当機関\s+地域包括支援センター/u);
    await browser.look(aoi.page, 'case-declined');
    const told = town.mails.filter(({ recipients }) => recipients.includes('houkatsu@example.jp'));
    expect(told.at(-1)?.mail.subject).toMatch(/つなぎ/u);
  });
});

describe('助言・後方支援', () => {
  it('[R84] is recorded by keyboard in one go, counted, and done', async () => {
    const midori = await signIn('担当 みどり');
    await midori.goTo('/cases/advice');
    const before = await town.counted('advice');
    const { keyboard } = midori.page;
    await midori.page.locator('select:focus').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.insertText('家計の相談先を伝えた。');
    await keyboard.press('Enter');
    await midori.page.getByText('記録しました。続けて次の件を記録できます。').waitFor();
    expect(await town.counted('advice')).toBe(before + 1);
    await browser.look(midori.page, 'advice');
    await midori.page.getByRole('link', { name: '記録を見る' }).click();
    await midori.section('次にすること(期限)').getByText('すべて終わっています').waitFor();
  });

  it('shows what there is to choose from in lists, and says so where there is nothing', async () => {
    const midori = await signIn('担当 みどり');
    await midori.goTo('/cases');
    await midori.page.getByRole('link', { name: 'R8-001' }).waitFor();
    await browser.look(midori.page, 'cases');
    await midori.goTo('/sittings');
    await midori.page.getByText('表示できる会議はありません').waitFor();
    await browser.look(midori.page, 'sittings-empty');
    await midori.goTo('/nowhere');
    await midori.page.getByRole('heading', { name: 'ページがありません' }).waitFor();
    await browser.look(midori.page, 'missing');
    expect(browser.troubles).toEqual([]);
  });
});
