import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pick, write } from './form-hand.ts';
import { mother, receiveHousehold, son } from './household.ts';
import { hold, invite, placeCase } from './meeting.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { phone, WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the notifier over SMTP, the procedures (in this process), Chromium. Driven: the clock.

let town: Town;
let browser: WatchedBrowser;
let midori: OfficeDesk;
let meeting = '';
let reply: Page;
const head = '地域包括支援センター';
const byPhone = '県保健福祉事務所';
/** Behind the last 年度 of which the 祝日 are imported; a Wednesday. */
const farDay = '2028-04-12';
/** A Tuesday of the town's first month. */
const movedTo = '2026-06-16';

beforeAll(async () => {
  town = await Town.open();
  browser = await WatchedBrowser.launch(town.url);
  midori = await OfficeDesk.signIn(await browser.newPage(), town, '担当 みどり');
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

it('[R56] warns of a day whose 祝日 are not known where it is chosen, and marks it wherever it stands', async () => {
  await midori.goTo('/cases/new');
  const { path, number } = await receiveHousehold(midori);
  // The secretariat does not ask itself, and a case is put on a meeting once it is screened.
  expect(await midori.page.getByRole('button', { name: /事務局に.*依頼する/u }).count()).toBe(0);
  const screening = await midori.takeUp('スクリーニング(一次判断)をする', number);
  await pick(screening, '一次判断', 'ほかの機関につなぐ');
  await write(screening, '理由', '一つの係では入れない。');
  await midori.send();
  await midori.goTo(path);
  await midori.page.getByRole('link', { name: '支援会議の案件にする', exact: true }).click();
  await write(midori.page, '開催日', farDay);
  await midori.page.getByText('この年度の祝日は、まだ取り込まれていません。休日に当たることがあります。').waitFor();
  await browser.look(midori.page, 'far-day-chosen');
  await write(midori.page, '開催日', movedTo);
  expect(await midori.page.getByText('まだ取り込まれていません').count()).toBe(0);

  meeting = await placeCase(midori, {
    casePath: path,
    kind: '支援会議',
    purpose: '支援方針と役割分担',
    persons: [`${mother}(本人、82歳)`, `${son}(子、54歳)`],
    agencies: [head, byPhone],
    heldOn: farDay,
  });
  const main = await midori.page.getByRole('main').innerText();
  expect(main).toMatch(/4月12日\(水\)\s*※/u);
  await browser.look(midori.page, 'far-day-sitting');
  await midori.goTo('/sittings');
  expect(await midori.page.getByRole('main').innerText()).toMatch(/4月12日\(水\)\s*※/u);
  await browser.look(midori.page, 'far-day-sittings');
});

it('says on the page of the link that the meeting was moved, and asks anew', async () => {
  await invite(midori, meeting, [head, byPhone]);
  const mail = town.mails.findLast(({ recipients }) => recipients.includes('houkatsu-cho@example.jp'))?.mail.text ?? '';
  reply = await browser.newPage(phone);
  await reply.goto(/http\S+\/o\/r\/\S+/u.exec(mail)?.[0] ?? '');
  await reply.getByText(`${head} 御中`).waitFor();
  await reply.getByRole('radio', { name: '出席', exact: true }).check();
  await midori.goTo(meeting);
  const form = await midori.open('日時・場所を変える');
  await write(form, '開催日', movedTo);
  await browser.look(midori.page, 'sitting-move-form');
  await midori.send('変更を通知する');
  await reply.getByRole('button', { name: 'この内容で回答する' }).click();
  await reply.getByRole('alert').first().waitFor();
  expect(await reply.locator('body').innerText()).toContain('6月16日');
  await browser.look(reply, 'reply-moved');
});

it('says in the phone task what to say in one sentence, without brackets in brackets', async () => {
  await midori.goTo(meeting);
  const said = await midori.textOf('電話のお願い(事務局)');
  expect(said).toMatch(/出欠の返事をお願いすること：支援会議 第\d+回\(予定\)、/u);
  await browser.look(midori.page, 'sitting-moved');
  await midori.goTo('/work');
  await browser.look(midori.page, 'work-midori');
});

it('opens to a manager what is written only with a reason, and says so before and after', async () => {
  const nozomi = await OfficeDesk.signIn(await browser.newPage(), town, '担当 のぞみ');
  await nozomi.goTo(meeting);
  expect(await nozomi.textOf('案件')).not.toContain(mother);
  const form = await nozomi.open('内容を読む理由を記録する');
  await browser.look(nozomi.page, 'read-with-reason-form');
  await write(form, '理由', '開催の可否を判断するため。');
  await nozomi.send();
  expect(await nozomi.textOf('案件')).toContain(mother);
  await browser.look(nozomi.page, 'read-with-reason');
  expect(await nozomi.page.getByRole('button', { name: '内容を読む理由を記録する' }).count()).toBe(0);
});

it('shows what another has changed meanwhile beside what was typed, with the focus on it', async () => {
  const { page } = midori;
  await midori.goTo(meeting);
  const form = await midori.open('日時・場所を変える');
  await write(form, '場所', '保健センター 2階');
  const other = await OfficeDesk.signIn(await browser.newPage(), town, '担当 みどり');
  await other.goTo(meeting);
  const theirs = await other.open('日時・場所を変える');
  await write(theirs, '場所', '役場 大会議室');
  await other.send('変更を通知する');
  await midori.press('変更を通知する');
  await form.getByText('ほかの人が先に変更しました').waitFor();
  await browser.look(page, 'conflict');
  expect(await form.innerText()).toContain('役場 大会議室');
});

it('says once the meeting was held that the link is over, and nothing else of it', async () => {
  await town.passToDay(movedTo);
  await hold(midori, meeting);
  await browser.look(midori.page, 'sitting-held-end');
  await reply.reload();
  await reply.getByText('この会議は終わりました').waitFor();
  const shown = await reply.locator('body').innerText();
  expect(shown).not.toMatch(/支援会議|6月16日|役場/u);
  await browser.look(reply, 'reply-over');
  expect(browser.troubles).toEqual([]);
});
