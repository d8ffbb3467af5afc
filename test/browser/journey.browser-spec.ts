import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { box, pick, row, select, tickOnly, write } from './form-hand.ts';
import { handOver, mother, neverInMail, receiveHousehold, son, story } from './household.ts';
import { answerForAgency, dispose, fillPlacing, hold, invite, placeCase, planMeeting } from './meeting.ts';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { phone, WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, the notifier over SMTP, the procedures (in this process), Chromium. Driven: the clock.

const five = ['地域包括支援センター', '基幹相談支援センター', '社会福祉協議会', '保健センター', 'こども家庭センター'];
const headOf: Readonly<Record<string, string>> = {
  地域包括支援センター: 'houkatsu-cho@example.jp',
  基幹相談支援センター: 'kikan-kanrisha@example.jp',
  社会福祉協議会: 'shakyo-kyokucho@example.jp',
  保健センター: 'hoken-cho@example.jp',
  こども家庭センター: 'kodomo-cho@example.jp',
};
const byPhone = '県保健福祉事務所';

let town: Town;
let browser: WatchedBrowser;
const desks = new Map<string, OfficeDesk>();
let kase = { path: '', number: '' };
let meeting = '';

/** The person's own browser, signed in the first time. */
async function as(name: string): Promise<OfficeDesk> {
  const there = desks.get(name) ?? (await OfficeDesk.signIn(await browser.newPage(), town, `担当 ${name}`));
  desks.set(name, there);
  return there;
}

/** The person's browser on the page of the case. */
async function atCase(name: string): Promise<OfficeDesk> {
  const desk = await as(name);
  await desk.goTo(kase.path);
  return desk;
}

const mailsTo = (address: string, subject: RegExp): Town['mails'] =>
  town.mails.filter(({ recipients, mail }) => recipients.includes(address) && subject.test(mail.subject ?? ''));
const invitationTo = (agency: string): Town['mails'] => mailsTo(headOf[agency] ?? '', /^支援会議 .*開催のお知らせ/u);
const linkIn = (mail: Town['mails'][number] | undefined): string => /http\S+\/o\/r\/\S+/u.exec(mail?.mail.text ?? '')?.[0] ?? '';

beforeAll(async () => {
  town = await Town.open();
  browser = await WatchedBrowser.launch(town.url);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

describe('one case of 東吾妻町 from intake to follow-up, in the browser', () => {
  it('[R1] lets the 地域包括支援センター receive a household without consent', async () => {
    await browser.look(await openSignIn(), 'sign-in');
    const aoi = await as('あおい');
    await browser.look(aoi.page, 'work-aoi');
    await aoi.page.getByRole('link', { name: '相談を受け付ける' }).click();
    await browser.look(aoi.page, 'intake');
    kase = await receiveHousehold(aoi);
    expect(kase.number).toBe('R8-002');
    const intake = await aoi.textOf('相談受付の内容');
    expect(intake).toContain(story);
    expect(intake).toContain('介護保険(地域包括支援センター):途中で中止した');
    await handOver(aoi, kase.number);
    expect(await aoi.textOf('つなぎ')).toContain('地域包括支援センター → 基幹相談支援センター');
    await browser.look(aoi.page, 'case-handed-over');
  });

  it('[R12] asks again when nobody answers, tells the superior, and shows the manager who can move it', async () => {
    await town.passOpenDays(7);
    const told = town.mails.filter(({ mail }) => mail.text?.includes(kase.path.split('/')[2] ?? '-'));
    const receivers = told.flatMap(({ recipients }) => recipients);
    expect(receivers.filter((to) => to === 'kikan@example.jp').length).toBeGreaterThanOrEqual(3);
    expect(receivers.filter((to) => to === 'kikan-kanrisha@example.jp')).toHaveLength(1);

    const takashi = await as('たかし');
    await takashi.goTo('/board');
    const line = await takashi.page.getByRole('row').filter({ hasText: kase.number }).innerText();
    expect(line).toContain('つなぎ未応答');
    expect(line).toContain('7開庁日');
    expect(line).toContain('期限から2日');
    expect(line).toContain('基幹相談支援センター');
    expect(line).toContain('つなぎに返事をする');
    await browser.look(takashi.page, 'board');
    await takashi.page.getByRole('link', { name: kase.number }).click();
    await takashi.page.getByText('動きが止まっています：つなぎ未応答').waitFor();
    await takashi.page.getByText('6月1日(月)から7開庁日').waitFor();
    await browser.look(takashi.page, 'case-stalled');
  });

  it('lets the 基幹相談支援センター accept', async () => {
    const shigeru = await as('しげる');
    await shigeru.goTo('/work');
    await browser.look(shigeru.page, 'work-shigeru');
    const form = await shigeru.takeUp('つなぎに返事をする', kase.number);
    await browser.look(shigeru.page, 'case-answer-handoff');
    await pick(form, '返事', '受理する');
    await write(form, '返事に添える言葉', '受けます。来週、同行します。');
    await shigeru.send();
    expect(await shigeru.textOf('つなぎ')).toContain('受けます。');
    expect(await shigeru.page.getByText('動きが止まっています').count()).toBe(0);
  });

  it('[R63] invites five agencies to a 支援会議 by one mail each to the head, without a word about the household', async () => {
    const midori = await as('みどり');
    meeting = await placeCase(midori, {
      casePath: kase.path,
      kind: '支援会議',
      purpose: '支援方針と役割分担',
      persons: [`${mother}(本人、82歳)`, `${son}(子、54歳)`],
      agencies: [...five, byPhone],
      heldOn: town.openDay(10),
    });
    await browser.look(midori.page, 'sitting-prepared');
    const before = town.mails.length;
    await invite(midori, meeting, [...five, byPhone]);
    await browser.look(midori.page, 'sitting-called');

    const sent = town.mails.slice(before);
    expect(sent.flatMap(({ recipients }) => recipients).toSorted()).toEqual(Object.values(headOf).toSorted());
    for (const { mail } of sent) {
      const calendar = mail.attachments.find(({ filename }) => filename?.endsWith('.ics') === true);
      expect(calendar?.content.toString()).toContain('BEGIN:VCALENDAR');
      expect(linkIn({ recipients: [], raw: '', mail })).toContain(`${town.url}/o/r/`);
    }
  });

  it('[R29] lets each answer by its own link without an account, and only a sent answer changes anything', async () => {
    const id = meeting.split('/')[2] ?? '';
    const answers = [
      { agency: '地域包括支援センター', reply: '出席' },
      { agency: '基幹相談支援センター', reply: 'オンラインで出席' },
      { agency: '保健センター', reply: '代理出席' },
    ];
    const links = five.map((agency) => linkIn(invitationTo(agency)[0]));
    expect(new Set(links).size).toBe(5);
    for (const { agency, reply } of answers) {
      const page = await browser.newPage(phone);
      const before = await town.eventsOf(id);
      await page.goto(linkIn(invitationTo(agency)[0]));
      await page.getByText(`${agency} 御中`).waitFor();
      await page.reload();
      await page.getByText(`${agency} 御中`).waitFor();
      expect(await town.eventsOf(id)).toBe(before);
      const shown = await page.locator('body').innerText();
      expect(neverInMail.filter((word) => shown.includes(word))).toEqual([]);
      if (agency === '地域包括支援センター') await browser.look(page, 'reply');
      await page.getByRole('radio', { name: reply, exact: true }).check();
      if (reply === '代理出席') await page.getByLabel('代理で出席される方のお名前').fill('架空 代理');
      await page.getByRole('button', { name: 'この内容で回答する' }).click();
      await page.getByText('回答を受け付けました').waitFor();
      if (agency === '地域包括支援センター') await browser.look(page, 'reply-answered');
      expect(await town.eventsOf(id)).toBeGreaterThan(before);
      await page.context().close();
      await town.follow();
    }
  });

  it('[R29] asks only those again who did not answer; the office answers for whom it rang up', async () => {
    const remindersTo = (agency: string): number => mailsTo(headOf[agency] ?? '', /再度/u).length;
    const before = five.map(remindersTo);
    await town.passOpenDays(2);
    expect(five.map((agency, index) => remindersTo(agency) - (before[index] ?? 0))).toEqual([0, 0, 1, 0, 1]);

    const late = await browser.newPage(phone);
    for (const [agency, reply] of Object.entries({ 社会福祉協議会: '出席', こども家庭センター: '欠席' })) {
      await late.goto(linkIn(invitationTo(agency)[0]));
      await late.getByRole('radio', { name: reply, exact: true }).check();
      await late.getByRole('button', { name: 'この内容で回答する' }).click();
      await late.getByText('回答を受け付けました').waitFor();
    }
    await town.follow();
    const midori = await as('みどり');
    await answerForAgency(midori, meeting, byPhone, '出席');
    const replies = await midori.textOf('開催通知と出欠回答');
    expect(replies).toContain('回答 6/6機関');
    expect(replies).toContain('再度のお願い1回');
    expect(replies).toContain('事務局が入力');
    expect(replies).not.toContain('未回答');
    await browser.look(midori.page, 'sitting-answered');
  });

  it('[R30] holds the 支援会議 with 守秘義務の確認 and decides outreach, with 事前調整 before the first contact', async () => {
    const midori = await as('みどり');
    await town.passOpenDays(8);
    await hold(midori, meeting);
    expect(await midori.textOf('出席と守秘義務の確認')).toContain('読み上げて確認した');
    await browser.look(midori.page, 'sitting-held');
    await dispose(midori, meeting, kase.number, {
      result: '事前調整をして働きかける',
      owner: '社会福祉協議会',
      next: '母の通院の日に長男と会う機会を作る。',
      dueOn: town.openDay(15),
    });
    await browser.look(midori.page, 'sitting-closed');

    const yukari = await atCase('ゆかり');
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
  });

  it('[R2][R9] takes the mother onto the main stages by her consent, and refuses the son a 重層的支援会議 with the reason', async () => {
    const aoi = await atCase('あおい');
    const consent = await aoi.open(`同意を記録する(${mother}(本人、82歳))`);
    await pick(consent, '同意の状況', '得た');
    await pick(consent, '方法', '署名');
    await tickOnly(consent, '伝えてよい機関', [...five, '保健福祉課']);
    await tickOnly(consent, '伝えてよい事柄', ['属性(氏名・年齢・世帯など)', '健康・障害']);
    await browser.look(aoi.page, 'case-consent');
    await aoi.send();
    const persons = await aoi.textOf('世帯と本人同意');
    expect(persons).toContain('同意のある流れ');
    expect(persons).toContain('重層的支援会議の案件にはできません');
    await browser.look(aoi.page, 'case-consented');

    const midori = await atCase('みどり');
    await midori.page.getByRole('link', { name: '重層的支援会議にのせる', exact: true }).click();
    await fillPlacing(midori, {
      casePath: kase.path,
      kind: '重層的支援会議',
      purpose: '情報の共有',
      persons: [`${son}(子、54歳)`],
      agencies: ['地域包括支援センター'],
      heldOn: town.openDay(10),
    });
    expect(await box(midori.page, '取り上げる人', `${son}(子、54歳)`).isChecked()).toBe(true);
    expect((await midori.press('案件にする')).status).toBe(409);
    const alert = midori.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('本人同意');
    await browser.look(midori.page, 'placing-refused');
  });

  it('[R45] gathers the sheets, drafts the plan with roles, and explains it to the person, who applies', async () => {
    const midori = await atCase('みどり');
    const asked = midori.section('アセスメント').getByRole('button', { name: /^シートを出す/u });
    expect(await asked.count()).toBeGreaterThan(1);
    const speakers = { あおい: '地域包括支援センター', しげる: '基幹相談支援センター', ゆかり: '社会福祉協議会' };
    for (const [name, agency] of Object.entries(speakers)) {
      const desk = await atCase(name);
      const button = desk.page.getByRole('button', { name: `シートを出す(${agency})`, exact: true });
      if ((await button.count()) === 0) continue;
      const sheet = await desk.open(`シートを出す(${agency})`);
      await write(sheet, '機関から見た世帯の状況と、できること', `${agency}の見立て。訪問できる。`);
      await desk.send();
    }
    await midori.goTo(kase.path);
    while ((await asked.count()) > 0) {
      const sheet = await midori.open((await asked.first().getAttribute('aria-label')) ?? '');
      await write(sheet, '機関から見た世帯の状況と、できること', '紙で届いた見立て。');
      await midori.send();
    }
    await browser.look(midori.page, 'case-assessed');

    const draft = await midori.takeUp('プラン案を作る', kase.number);
    await write(draft, '支援の方向', '母の暮らしを整え、長男と会える関係を作る。');
    await write(row(draft, '目標', 1), '目標の内容', '介護サービスを再び使う。');
    const roles = draft.getByRole('group', { name: /^役割 \d+$/u });
    while ((await roles.count()) > 2) await draft.getByRole('button', { name: `役割を取り除く(${await roles.count()})` }).click();
    await select(row(draft, '役割', 1), '機関', '地域包括支援センター');
    await write(row(draft, '役割', 1), '何をいつまでに行うか', '介護の調整を七月までに行う。');
    await select(row(draft, '役割', 2), '機関', '社会福祉協議会');
    await write(row(draft, '役割', 2), '何をいつまでに行うか', '家計の相談を月に一度行う。');
    await browser.look(midori.page, 'case-plan-draft');
    await midori.send();
    await midori.takeUp('プラン案を本人に説明する', kase.number);
    await midori.send();
    const plan = await midori.textOf('プランと支援決定');
    expect(plan).toContain('利用申込');
    expect(plan).toContain('署名');
  });

  it('[R46] has the plan found 適切 by a 重層的支援会議 and decided by the town', async () => {
    const midori = await as('みどり');
    const placing = { ...ofMother(), purpose: '適切性の協議' };
    const outcome = { result: '適切', owner: '保健福祉課', next: '支援決定を起案する。' };
    const sitting = await planMeeting(midori, town, placing, outcome);
    expect(await midori.textOf('案件')).toContain('要綱');
    expect(sitting).not.toBe(meeting);
    const approval = await midori.takeUp('支援決定を起案する', kase.number);
    await write(approval, '文書番号', '保福第12号');
    await midori.send();
    const takashi = await as('たかし');
    await takashi.takeUp('支援決定を決裁する', kase.number);
    await takashi.send();
    const plan = await takashi.textOf('プランと支援決定');
    expect(plan).toContain('支援決定済み');
    expect(plan).toContain('保福第12号');
    expect(plan).toContain('決裁者 担当 たかし');
    await browser.look(takashi.page, 'case-decided');
  });

  it('[R47] has the roles acknowledged, asks for monitoring each month and for the evaluation after three', async () => {
    for (const name of ['あおい', 'ゆかり']) {
      const desk = await atCase(name);
      await desk.open('役割を確認した');
      await desk.send('役割を確認した');
    }
    const aoi = await atCase('あおい');
    expect((await aoi.textOf('プランと支援決定')).match(/に確認済み/gu)).toHaveLength(2);
    const review = await aoi.open('支援会議での検討を見直す');
    await write(review, '見直した内容', '長男は社会福祉協議会の居場所に通い始めた。');
    await pick(review, '次にどうするか', '支援会議での検討を終える');
    await aoi.send();
    for (let month = 1; month <= 2; month += 1) {
      await town.passDays(31);
      const entry = await aoi.takeUp('モニタリングを記録する', kase.number);
      await pick(entry, '方法', '訪問');
      await write(entry, '確かめたこと(事実・聞いたこと・意見を分けて)', '週に二度、デイサービスに通っている。');
      await aoi.send();
    }
    await browser.look(aoi.page, 'case-monitored');
    await town.passDays(36);
    const evaluation = await aoi.takeUp('評価を記録する', kase.number);
    await pick(evaluation, '目標1：介護サービスを再び使う。', '達成した');
    await tickOnly(evaluation, '見られた変化', ['精神の安定']);
    await write(evaluation, '本人はどう見ているか', '通えてよかった。');
    await write(evaluation, '担当者の意見', '落ち着いている。');
    await browser.look(aoi.page, 'case-evaluation');
    await aoi.send();
  });

  it('[R13][R48] ends with an outcome per goal and a named 主担当機関, follows up at 30 and 90 days, and closes with nothing owed', async () => {
    const midori = await as('みどり');
    const placing = { ...ofMother(), purpose: '終結の協議' };
    await planMeeting(midori, town, placing, {
      result: '終結',
      owner: '地域包括支援センター',
      next: '地域包括支援センターが見守りを続ける。',
      endReason: '役割分担ができ、主担当機関が続ける',
      leadAgencyAfter: '地域包括支援センター',
    });
    const aoi = await atCase('あおい');
    const ending = await aoi.textOf('評価・終結・フォロー');
    expect(ending).toContain('達成した');
    expect(ending).toContain('終結後の主担当機関');
    await browser.look(aoi.page, 'case-ended');
    for (const days of [30, 60]) {
      await town.passDays(days);
      const followUp = await aoi.takeUp('終結後フォローを記録する', kase.number);
      await write(followUp, '様子', '変わりなく過ごしている。');
      await aoi.send();
    }
    await aoi.goTo(kase.path);
    expect(await aoi.textOf('次にすること(期限)')).toContain('すべて終わっています');
    expect(await aoi.textOf('次に自動で起きること')).toContain('予定されていることはありません。');
    await browser.look(aoi.page, 'case-closed');
    const takashi = await as('たかし');
    await takashi.goTo('/board');
    await takashi.page.getByRole('row').filter({ hasText: 'R8-001' }).waitFor();
    expect(await takashi.page.getByRole('row').filter({ hasText: kase.number }).count()).toBe(0);
    const logged = await town.eventsOf(kase.path.split('/')[2] ?? '');
    await town.passDays(180);
    expect(await town.eventsOf(kase.path.split('/')[2] ?? '')).toBe(logged);
  });

  it('[R62] said nothing about anybody in any mail, and went through all pages without trouble', () => {
    for (const { recipients, raw, mail } of town.mails) {
      expect(recipients).toHaveLength(1);
      const calendar = mail.attachments.map(({ content }) => content.toString()).join('');
      const html = typeof mail.html === 'string' ? mail.html : '';
      const said = [raw, mail.subject, mail.text, html, calendar].join('\n');
      expect(neverInMail.filter((word) => said.includes(word))).toEqual([]);
    }
    expect(browser.troubles).toEqual([]);
  });
});

/** The mother on a 重層的支援会議 with two agencies. */
const ofMother = (): Pick<Parameters<typeof planMeeting>[2], 'casePath' | 'number' | 'persons' | 'agencies'> => ({
  casePath: kase.path,
  number: kase.number,
  persons: [`${mother}(本人、82歳)`],
  agencies: ['地域包括支援センター', '社会福祉協議会'],
});
async function openSignIn(): Promise<Awaited<ReturnType<WatchedBrowser['newPage']>>> {
  const page = await browser.newPage();
  await page.goto(town.url);
  await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor();
  await page.getByRole('button', { name: /担当 あおい/u }).waitFor();
  return page;
}
