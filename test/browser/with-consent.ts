import { expect } from '@jest/globals';
import { box, pick, row, select, tickOnly, write } from './form-hand.ts';
import { mother, son } from './household.ts';
import type { Journey } from './journey.ts';
import { fillPlacing, planMeeting } from './meeting.ts';
import { five } from './without-consent.ts';

// Steps 4 to 6 of the journey: the mother's consent, the plan, the support, the end and what follows it.

/** The mother on a 重層的支援会議 with two agencies. */
const ofMother = ({
  kase,
}: Journey): Pick<Parameters<typeof planMeeting>[2], 'casePath' | 'number' | 'persons' | 'agencies'> => ({
  casePath: kase.path,
  number: kase.number,
  persons: [`${mother}(本人、82歳)`],
  agencies: ['地域包括支援センター', '社会福祉協議会'],
});

export async function consentOfMother(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const aoi = await journey.atCase('あおい');
  const consent = await aoi.open(`同意を記録する(${mother}(本人、82歳))`);
  await pick(consent, '同意の状況', '得た');
  await write(consent, '日付', town.today);
  await pick(consent, '方法', '署名');
  await tickOnly(consent, '伝えてよい機関', [...five, '保健福祉課']);
  await tickOnly(consent, '使ってよい目的', ['支援の調整', 'プランの作成', '経過の確認']);
  await tickOnly(consent, '伝えてよい事柄', ['属性(氏名・年齢・世帯など)', '健康・障害']);
  await browser.look(aoi.page, 'case-consent');
  await aoi.send();
  const persons = await aoi.textOf('世帯と本人同意');
  expect(persons).toContain('アセスメント以降の段階');
  expect(persons).toContain('重層的支援会議の案件にはできません');
  await browser.look(aoi.page, 'case-consented');

  const midori = await journey.atCase('みどり');
  await midori.page.getByRole('link', { name: '重層的支援会議の案件にする', exact: true }).click();
  await fillPlacing(midori, {
    casePath: journey.kase.path,
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
  expect(await alert.innerText()).toContain('本人の同意');
  await browser.look(midori.page, 'placing-refused');
}

export async function planWithRoles(journey: Journey): Promise<void> {
  const { browser } = journey;
  const midori = await journey.atCase('みどり');
  const asked = midori.section('アセスメント').getByRole('button', { name: /^アセスメントシートを出す/u });
  expect(await asked.count()).toBeGreaterThan(1);
  const speakers = { あおい: '地域包括支援センター', しげる: '基幹相談支援センター', ゆかり: '社会福祉協議会' };
  for (const [name, agency] of Object.entries(speakers)) {
    const desk = await journey.atCase(name);
    const button = desk.page.getByRole('button', { name: `シートを出す(${agency})`, exact: true });
    if ((await button.count()) === 0) continue;
    const sheet = await desk.open(`シートを出す(${agency})`);
    await write(sheet, '機関から見た世帯の状況と、できること', `${agency}の見立て。訪問できる。`);
    await desk.send();
  }
  await midori.goTo(journey.kase.path);
  while ((await asked.count()) > 0) {
    const sheet = await midori.open((await asked.first().getAttribute('aria-label')) ?? '');
    await write(sheet, '機関から見た世帯の状況と、できること', '紙で届いた見立て。');
    // asked of whoever enters it for another agency
    if (await sheet.getByRole('group', { name: /^どのように聞いたか/u }).isVisible())
      await pick(sheet, 'どのように聞いたか', '書面・ファクス');
    await midori.send();
  }
  await browser.look(midori.page, 'case-assessed');

  const draft = await midori.takeUp('プラン案を作る', journey.kase.number);
  await write(draft, '支援の方向', '母の暮らしを整え、長男と会える関係を作る。');
  await write(row(draft, '目標', 1), '目標の内容', '介護サービスを再び使う。');
  const roles = draft.getByRole('group', { name: /^役割 \d+$/u });
  while ((await roles.count()) > 2)
    await draft.getByRole('button', { name: `役割を取り除く(${await roles.count()})` }).click();
  await select(row(draft, '役割', 1), '機関', '地域包括支援センター');
  await write(row(draft, '役割', 1), '何をいつまでに行うか', '介護の調整を七月までに行う。');
  await select(row(draft, '役割', 2), '機関', '社会福祉協議会');
  await write(row(draft, '役割', 2), '何をいつまでに行うか', '家計の相談を月に一度行う。');
  await browser.look(midori.page, 'case-plan-draft');
  await midori.send();
  const explanation = await midori.takeUp('プラン案を本人に説明する', journey.kase.number);
  await write(explanation, '本人に説明した日', journey.town.today);
  await write(explanation, '利用申込の日', journey.town.today);
  await pick(explanation, '利用申込の方法', '署名');
  await midori.send();
  const plan = await midori.textOf('プランと支援決定');
  expect(plan).toContain('利用申込');
  expect(plan).toContain('署名');
}

/** Who decides reads the plan with a reason that is logged. */
async function readPlanAsDeputy(journey: Journey): Promise<void> {
  const nozomi = await journey.atCase('のぞみ');
  const role = '介護の調整を七月までに行う。';
  expect(await nozomi.textOf('プランと支援決定')).not.toContain(role);
  const form = await nozomi.open('プランを読む理由を記録する');
  await write(form, '理由', '代決に備えて、内容を確かめるため。');
  await nozomi.send();
  expect(await nozomi.textOf('プランと支援決定')).toContain(role);
  await journey.browser.look(nozomi.page, 'case-plan-with-reason');
}

export async function decideSupport(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const midori = await journey.as('みどり');
  const placing = { ...ofMother(journey), purpose: '適切性の協議' };
  const outcome = { result: '適当', owner: '保健福祉課', next: '支援決定を起案する。' };
  const sitting = await planMeeting(midori, town, placing, outcome);
  expect(await midori.textOf('案件')).toContain('要綱');
  expect(sitting).not.toBe(journey.meeting);
  const approval = await midori.takeUp('支援決定を起案する', journey.kase.number);
  await write(approval, '文書番号', '保福第12号');
  await midori.send();
  await readPlanAsDeputy(journey);
  const takashi = await journey.as('たかし');
  await takashi.takeUp('支援決定を決裁する', journey.kase.number);
  await takashi.send();
  const plan = await takashi.textOf('プランと支援決定');
  expect(plan).toContain('支援決定済み');
  expect(plan).toContain('保福第12号');
  expect(plan).toContain('決裁者 担当 たかし');
  await browser.look(takashi.page, 'case-decided');
}

export async function monitorAndEvaluate(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  for (const name of ['あおい', 'ゆかり']) {
    const desk = await journey.atCase(name);
    await desk.open('役割を確認した');
    await desk.send('役割を確認した');
  }
  const aoi = await journey.atCase('あおい');
  expect((await aoi.textOf('プランと支援決定')).match(/に確認済み/gu)).toHaveLength(2);
  const review = await aoi.open('支援会議での検討を見直す');
  await write(review, '見直した内容', '長男は社会福祉協議会の居場所に通い始めた。');
  await pick(review, '次にどうするか', '支援会議での検討を終える');
  await aoi.send();
  for (let month = 1; month <= 2; month += 1) {
    await town.passDays(31);
    const entry = await aoi.takeUp('モニタリングを記録する', journey.kase.number);
    await pick(entry, '方法', '訪問');
    await write(entry, '確かめたこと(事実・聞いたこと・意見を分けて)', '週に二度、デイサービスに通っている。');
    await aoi.send();
  }
  await browser.look(aoi.page, 'case-monitored');
  await town.passDays(36);
  const evaluation = await aoi.takeUp('評価を記録する', journey.kase.number);
  await pick(evaluation, '目標1：介護サービスを再び使う。', '達成した');
  await tickOnly(evaluation, '見られた変化', ['精神の安定']);
  await write(evaluation, '本人はどう見ているか', '通えてよかった。');
  await write(evaluation, '担当者の意見', '落ち着いている。');
  await browser.look(aoi.page, 'case-evaluation');
  await aoi.send();
}

export async function endAndFollowUp(journey: Journey): Promise<void> {
  const { browser, town } = journey;
  const midori = await journey.as('みどり');
  const placing = { ...ofMother(journey), purpose: '終結の協議' };
  await planMeeting(midori, town, placing, {
    result: '終結',
    owner: '地域包括支援センター',
    next: '地域包括支援センターが見守りを続ける。',
    endReason: '役割分担ができ、主担当機関が続ける',
    leadAgencyAfter: '地域包括支援センター',
    standings: { [mother]: '主担当機関などの支援が続く', [son]: '他の制度に引き継いだ' },
  });
  const aoi = await journey.atCase('あおい');
  const ending = await aoi.textOf('評価・終結・フォロー');
  expect(ending).toContain('達成した');
  expect(ending).toContain('終結後の主担当機関');
  expect(ending).toContain('主担当機関などの支援が続く');
  await browser.look(aoi.page, 'case-ended');
  for (const days of [30, 60]) {
    await town.passDays(days);
    const followUp = await aoi.takeUp('終結後フォローを記録する', journey.kase.number);
    await write(followUp, '様子', '変わりなく過ごしている。');
    await aoi.send();
  }
  await aoi.goTo(journey.kase.path);
  expect(await aoi.textOf('次にすること(期限)')).toContain('すべて終わっています');
  expect(await aoi.textOf('次に自動で起きること')).toContain('表示できる予定はありません。');
  await browser.look(aoi.page, 'case-closed');
  const takashi = await journey.as('たかし');
  await takashi.goTo('/board');
  await takashi.page.getByRole('row').filter({ hasText: 'R8-001' }).waitFor();
  expect(await takashi.page.getByRole('row').filter({ hasText: journey.kase.number }).count()).toBe(0);
  const logged = await town.eventsOf(journey.caseId);
  await town.passDays(180);
  expect(await town.eventsOf(journey.caseId)).toBe(logged);
}
