import { pick, select, tickOnly, write } from './form-hand.ts';
import type { OfficeDesk } from './office-desk.ts';
import type { Town } from './town.ts';

interface Placing {
  readonly casePath: string;
  readonly kind: '支援会議' | '重層的支援会議';
  readonly purpose: string;
  /** Labels begin with the name. */
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  readonly heldOn: string;
}

/** Puts the case on a new sitting, from the page of the case. @returns the address of the sitting */
export async function placeCase(desk: OfficeDesk, placing: Placing): Promise<string> {
  const { page } = desk;
  await desk.goTo(placing.casePath);
  await page.getByRole('link', { name: `${placing.kind}の案件にする`, exact: true }).click();
  await fillPlacing(desk, placing);
  const { status, text } = await desk.press('案件にする');
  if (status !== 200) throw new Error(`案件にする: ${status} ${text}`);
  await page.waitForURL(/\/sittings\/[\da-f-]{36}$/u);
  await desk.settle();
  return new URL(page.url()).pathname;
}

export async function fillPlacing(desk: OfficeDesk, placing: Placing): Promise<void> {
  const { page } = desk;
  await page.getByRole('heading', { level: 1, name: new RegExp(`を${placing.kind}の案件にする$`, 'u') }).waitFor();
  await write(page, '開催日', placing.heldOn);
  await write(page, '場所', '役場 第2会議室');
  await pick(page, '案件の目的', placing.purpose);
  await tickOnly(page, '取り上げる人', placing.persons);
  await tickOnly(page, '案件に加わる機関', placing.agencies);
}

export async function invite(desk: OfficeDesk, path: string, agencies: readonly string[]): Promise<void> {
  await desk.goTo(path);
  const form = await desk.open('開催通知を送る');
  await tickOnly(form, '開催通知を送る機関', agencies);
  // what will be sent can be read before it goes
  await form.getByText(/第\d+回.*の開催について/u).waitFor();
  await desk.send('開催通知を送る');
}

/** An answer that came by telephone. */
export async function answerForAgency(desk: OfficeDesk, path: string, agency: string, reply: string): Promise<void> {
  await desk.goTo(path);
  const form = await desk.open(`回答を入力する(${agency})`);
  await pick(form, '出欠', reply);
  await pick(form, 'どのように聞いたか', '電話');
  await desk.send();
}

/** On the day: who is there, 守秘義務の確認 read aloud. */
export async function hold(desk: OfficeDesk, path: string): Promise<void> {
  await desk.goTo(path);
  const form = await desk.open('開催を記録する');
  await pick(form, '守秘義務の確認', '読み上げて確認した');
  await pick(form, '議事を進めた人', '会長(総括者)');
  await desk.send();
}

export interface Outcome {
  readonly result: string;
  readonly owner: string;
  readonly next: string;
  readonly dueOn: string;
  readonly endReason?: string;
  readonly leadAgencyAfter?: string;
  /** 終結時の状況 by the name of everybody of the household. */
  readonly standings?: Readonly<Record<string, string>>;
}

export async function dispose(desk: OfficeDesk, path: string, number: string, outcome: Outcome): Promise<void> {
  await desk.goTo(path);
  const form = await desk.open(`協議結果を記録する(${number})`);
  await pick(form, '結果', outcome.result);
  if (outcome.endReason !== undefined) await select(form, '終結の理由', outcome.endReason);
  if (outcome.leadAgencyAfter !== undefined) await select(form, '終結後の主担当機関', outcome.leadAgencyAfter);
  for (const [name, standing] of Object.entries(outcome.standings ?? {}))
    await select(form, `${name}：終結時の状況`, standing);
  await write(form, '次に行うこと', outcome.next);
  await select(form, '担当機関', outcome.owner);
  await write(form, '期限', outcome.dueOn);
  await desk.send();
}

/** A 重層的支援会議 of one case from its call to its outcome; every invited agency says by telephone that it comes. */
export async function planMeeting(
  desk: OfficeDesk,
  town: Town,
  placing: Omit<Placing, 'kind' | 'heldOn'> & { readonly number: string },
  outcome: Omit<Outcome, 'dueOn'>,
): Promise<string> {
  const heldOn = town.openDay(8);
  const path = await placeCase(desk, { ...placing, kind: '重層的支援会議', heldOn });
  await invite(desk, path, placing.agencies);
  for (const agency of placing.agencies) await answerForAgency(desk, path, agency, '出席');
  await town.passToDay(heldOn);
  await hold(desk, path);
  await dispose(desk, path, placing.number, { ...outcome, dueOn: town.openDay(10) });
  return path;
}
