import { pick, row, select, tickOnly, write } from './form-hand.ts';
import type { OfficeDesk } from './office-desk.ts';

export const mother = '例示 ハル';
export const son = '例示 進一';
export const story = '回覧板が三回そのままになっていた。長男は来客があると部屋から出ない。';
/** What no mail may say, of whomever. */
export const neverInMail = [
  mother,
  son,
  '例示',
  'ハル',
  '進一',
  '回覧板',
  '長男',
  'ひきこもり',
  'R8-',
  '見本',
  '千代',
  '直樹',
];

/** 相談受付 without consent of an invented 8050 household, on its page. @returns the case's address and number */
export async function receiveHousehold(
  desk: OfficeDesk,
  urgent = false,
): Promise<{ readonly path: string; readonly number: string }> {
  const { page } = desk;
  await pick(page, '相談受付票の種類', '本人の同意がまだない');
  if (urgent) await page.getByLabel('緊急(人の安全に関わる)').check();
  await write(row(page, '世帯の人', 1), '氏名', mother);
  await write(row(page, '世帯の人', 1), '生年(和暦)', '1944');
  await page.getByRole('button', { name: '世帯の人を加える' }).click();
  await pick(row(page, '世帯の人', 2), '立場', '世帯員');
  await write(row(page, '世帯の人', 2), '氏名', son);
  await select(row(page, '世帯の人', 2), '本人との続柄', '子');
  await write(row(page, '世帯の人', 2), '生年(和暦)', '1972');
  await tickOnly(page, '相談内容(○ いくつでも)', ['ひきこもり・不登校', '介護']);
  await select(page, 'いちばん困っていること(◎ ひとつ)', 'ひきこもり・不登校');
  await write(page, '相談の内容と経過', story);
  await select(row(page, '試みた制度・支援', 1), '制度・支援', '介護保険');
  await select(row(page, '試みた制度・支援', 1), '行った機関', '地域包括支援センター');
  await select(row(page, '試みた制度・支援', 1), '結果', '途中で中止した');
  await write(page, '連絡の約束', '電話は平日の午前だけ。');
  await desk.press('受け付ける');
  await page.waitForURL(/\/cases\/[\da-f-]{36}$/u);
  const title = await page.getByRole('heading', { level: 1, name: /^R\d+-\d{3} / }).innerText();
  await desk.settle();
  return { path: new URL(page.url()).pathname, number: title.split(' ')[0] ?? '' };
}

/** スクリーニング, then the main つなぎ to the 基幹相談支援センター. */
export async function handOver(desk: OfficeDesk, number: string): Promise<void> {
  const screening = await desk.takeUp('スクリーニング(一次判断)をする', number);
  await pick(screening, '一次判断', 'ほかの機関につなぐ');
  await write(screening, '理由', '介護だけでは動かない。長男の見立てが要る。');
  await desk.send();
  const handoff = await desk.takeUp('つなぎ先を決めて送る', number);
  await select(handoff, 'つなぎ先', '基幹相談支援センター');
  await pick(handoff, '目的', '一緒に加わってほしい');
  // Neither has agreed yet: on which rule they are named, and why.
  const persons = handoff.getByRole('group', { name: /^だれのことを伝えるか/u }).getByRole('checkbox');
  for (let index = 0; index < (await persons.count()); index += 1) await persons.nth(index).check();
  await select(handoff, '根拠規定', '個人情報保護法27条1項');
  await write(handoff, '同意のないまま伝える理由', '長男の孤立が深まり、健康と暮らしを守るために見立てが要る。');
  await write(handoff, '伝えること', '長男の見立てをお願いします。訪問は同行できます。');
  await desk.send();
}
