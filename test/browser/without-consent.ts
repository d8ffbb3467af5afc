import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pick, write } from './form-hand.ts';
import { handOver, mother, neverInMail, receiveHousehold, son, story } from './household.ts';
import type { Journey } from './journey.ts';
import { answerForAgency, dispose, hold, invite, placeCase } from './meeting.ts';
import { phone } from './watched-browser.ts';

// Steps 1 to 3 of the journey: 相談受付, つなぎ, 支援会議, while nobody of the household has consented.

const headOf: Readonly<Record<string, string>> = {
  地域包括支援センター: 'houkatsu-cho@example.jp',
  基幹相談支援センター: 'kikan-kanrisha@example.jp',
  社会福祉協議会: 'shakyo-kyokucho@example.jp',
  保健センター: 'hoken-cho@example.jp',
  こども家庭センター: 'kodomo-cho@example.jp',
};
export const five = Object.keys(headOf);
const byPhone = '県保健福祉事務所';
const invitationTo = (journey: Journey, agency: string): Journey['town']['mails'] =>
  journey.mailsTo(headOf[agency] ?? '', /支援会議の開催について/u);
const linkIn = (mail: Journey['town']['mails'][number] | undefined): string =>
  /http\S+\/o\/r\/\S+/u.exec(mail?.mail.text ?? '')?.[0] ?? '';

async function openSignIn({ browser, town }: Journey): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(town.url);
  await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor();
  await page.getByRole('button', { name: /担当 あおい/u }).waitFor();
  return page;
}

export async function receiveWithoutConsent(journey: Journey): Promise<void> {
  const { browser } = journey;
  await browser.look(await openSignIn(journey), 'sign-in');
  const aoi = await journey.as('あおい');
  await browser.look(aoi.page, 'work-aoi');
  await aoi.page.getByRole('link', { name: '相談を受け付ける' }).click();
  await browser.look(aoi.page, 'intake');
  journey.kase = await receiveHousehold(aoi);
  expect(journey.kase.number).toBe('R8-002');
  const intake = await aoi.textOf('相談受付の内容');
  expect(intake).toContain(story);
  expect(intake).toContain('介護保険(地域包括支援センター):途中で中止した');
  await handOver(aoi, journey.kase.number);
  expect(await aoi.textOf('つなぎ')).toContain('地域包括支援センター → 基幹相談支援センター');
  await browser.look(aoi.page, 'case-handed-over');
}

export async function stallUntilBoardShows(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  await town.passOpenDays(7);
  const told = town.mails.filter(({ mail }) => mail.text?.includes(journey.caseId));
  const receivers = told.flatMap(({ recipients }) => recipients);
  expect(receivers.filter((to) => to === 'kikan@example.jp').length).toBeGreaterThanOrEqual(3);
  expect(receivers.filter((to) => to === 'kikan-kanrisha@example.jp')).toHaveLength(1);

  const takashi = await journey.as('たかし');
  await takashi.goTo('/board');
  const line = await takashi.page.getByRole('row').filter({ hasText: journey.kase.number }).innerText();
  expect(line).toContain('つなぎ未応答');
  expect(line).toContain('7開庁日');
  expect(line).toContain('期限から2日');
  expect(line).toContain('基幹相談支援センター');
  expect(line).toContain('つなぎに返事をする');
  await browser.look(takashi.page, 'board');
  await takashi.page.getByRole('link', { name: journey.kase.number }).click();
  await takashi.page.getByText('動きが止まっています：つなぎ未応答').waitFor();
  await takashi.page.getByText('6月1日(月)から7開庁日').waitFor();
  await browser.look(takashi.page, 'case-stalled');
}

export async function accept(journey: Journey): Promise<void> {
  const { browser } = journey;
  const shigeru = await journey.as('しげる');
  await shigeru.goTo('/work');
  await browser.look(shigeru.page, 'work-shigeru');
  const form = await shigeru.takeUp('つなぎに返事をする', journey.kase.number);
  await browser.look(shigeru.page, 'case-answer-handoff');
  await pick(form, '返事', '受理する');
  await write(form, '返事に添える言葉', '受けます。来週、同行します。');
  await shigeru.send();
  expect(await shigeru.textOf('つなぎ')).toContain('受けます。');
  expect(await shigeru.page.getByText('動きが止まっています').count()).toBe(0);
}

export async function inviteFive(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const midori = await journey.as('みどり');
  journey.meeting = await placeCase(midori, {
    casePath: journey.kase.path,
    kind: '支援会議',
    purpose: '支援方針と役割分担',
    persons: [`${mother}(本人、82歳)`, `${son}(子、54歳)`],
    agencies: [...five, byPhone],
    heldOn: town.openDay(10),
  });
  await browser.look(midori.page, 'sitting-prepared');
  const before = town.mails.length;
  await invite(midori, journey.meeting, [...five, byPhone]);
  await browser.look(midori.page, 'sitting-called');

  const sent = town.mails.slice(before);
  expect(sent.flatMap(({ recipients }) => recipients).toSorted()).toEqual(Object.values(headOf).toSorted());
  for (const { mail } of sent) {
    const calendar = mail.attachments.find(({ filename }) => filename?.endsWith('.ics') === true);
    expect(calendar?.content.toString()).toContain('BEGIN:VCALENDAR');
    expect(linkIn({ recipients: [], raw: '', mail })).toContain(`${town.url}/o/r/`);
  }
}

/** What was chosen and not sent is asked about before it is left, and is there again after a reload; another tab knows nothing of it. */
async function typeAndReload(page: Page): Promise<void> {
  const name = page.getByLabel('代理で出席される方のお名前');
  await name.fill('架空 代理');
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => {
    setTimeout(() => {
      window.location.reload();
    });
  });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await page.getByText('前に入力した内容を戻しました。まだ送っていません。').waitFor();
  expect(await page.getByRole('radio', { name: '代理出席', exact: true }).isChecked()).toBe(true);
  expect(await name.inputValue()).toBe('架空 代理');
}

const keptInTab = async (page: Page): Promise<number> => page.evaluate(() => sessionStorage.length);

export async function answerByLink(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const id = journey.meeting.split('/')[2] ?? '';
  const answers = [
    { agency: '地域包括支援センター', reply: '出席' },
    { agency: '基幹相談支援センター', reply: 'オンラインで出席' },
    { agency: '保健センター', reply: '代理出席' },
  ];
  const links = five.map((agency) => linkIn(invitationTo(journey, agency)[0]));
  expect(new Set(links).size).toBe(5);
  for (const { agency, reply } of answers) {
    const page = await browser.newPage(phone);
    const before = await town.eventsOf(id);
    await page.goto(linkIn(invitationTo(journey, agency)[0]));
    await page.getByText(`${agency} 御中`).waitFor();
    await page.reload();
    await page.getByText(`${agency} 御中`).waitFor();
    expect(await town.eventsOf(id)).toBe(before);
    const shown = await page.locator('body').innerText();
    expect(neverInMail.filter((word) => shown.includes(word))).toEqual([]);
    if (agency === '地域包括支援センター') await browser.look(page, 'reply');
    await page.getByRole('radio', { name: reply, exact: true }).check();
    if (reply === '代理出席') await typeAndReload(page);
    await page.getByRole('button', { name: 'この内容で回答する' }).click();
    await page.getByText('回答を受け付けました').waitFor();
    expect(await keptInTab(page)).toBe(0);
    if (agency === '地域包括支援センター') await browser.look(page, 'reply-answered');
    expect(await town.eventsOf(id)).toBeGreaterThan(before);
    await page.context().close();
    await town.follow();
  }
}

export async function remindTheSilent(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const remindersTo = (agency: string): number => journey.mailsTo(headOf[agency] ?? '', /再度/u).length;
  const before = five.map(remindersTo);
  await town.passOpenDays(2);
  expect(five.map((agency, index) => remindersTo(agency) - (before[index] ?? 0))).toEqual([0, 0, 1, 0, 1]);

  const late = await browser.newPage(phone);
  for (const [agency, reply] of Object.entries({ 社会福祉協議会: '出席', こども家庭センター: '欠席' })) {
    await late.goto(linkIn(invitationTo(journey, agency)[0]));
    await late.getByRole('radio', { name: reply, exact: true }).check();
    await late.getByRole('button', { name: 'この内容で回答する' }).click();
    await late.getByText('回答を受け付けました').waitFor();
  }
  await town.follow();
  const midori = await journey.as('みどり');
  await answerForAgency(midori, journey.meeting, byPhone, '出席');
  const replies = await midori.textOf('開催通知と出欠回答');
  expect(replies).toContain('回答 6/6機関');
  expect(replies).toContain('再度のお願い1回');
  expect(replies).toMatch(/事務局が入力\(.+、電話\)/u);
  expect(replies).not.toContain('未回答');
  await browser.look(midori.page, 'sitting-answered');
}

export async function holdWithOutreach(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const midori = await journey.as('みどり');
  await town.passOpenDays(8);
  await hold(midori, journey.meeting);
  expect(await midori.textOf('出席と守秘義務の確認')).toContain('読み上げて確認した');
  await browser.look(midori.page, 'sitting-held');
  await dispose(midori, journey.meeting, journey.kase.number, {
    result: '事前調整をして働きかける',
    owner: '社会福祉協議会',
    next: '母の通院の日に長男と会う機会を作る。',
    dueOn: town.openDay(15),
  });
  await browser.look(midori.page, 'sitting-closed');

  const yukari = await journey.atCase('ゆかり');
  const before = await yukari.open('事前調整を記録する');
  await write(before, '事前調整の内容(だれが、どう近づくか)', '母の通院の日に同席する。');
  await yukari.send();
  const contact = await yukari.open('接触を記録する');
  await pick(contact, '方法', '訪問');
  await pick(contact, '結果', '会えなかった');
  await write(contact, '様子と話したこと', '長男には会えなかった。母とは話せた。');
  await write(contact, '次に接触する日', town.openDay(10));
  await yukari.send();
  expect(await yukari.textOf('支援会議での検討')).toContain('1回(うち会えた 0回)');
  await browser.look(yukari.page, 'case-outreach');
}
