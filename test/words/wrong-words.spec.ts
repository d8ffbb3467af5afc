import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** Everything whose words reach a screen, a mail or a print. */
const speaking = ['apps/web/src', 'apps/api/src', 'apps/notifier/src', 'libs/notification/src', 'libs/simulator/src'];

/** Words that officials found wrong or odd on their screens, each with what is said instead. */
const wrong: Readonly<Record<string, RegExp>> = {
  '令和8年度第3回支援会議の開催について(通知)': /開催のお知らせ|変更のお知らせ\(出欠/u,
  次のとおり: /下記/u,
  '貴機関専用です。機関の外へは転送しないでください。': /あて先の機関専用|転送はご遠慮/u,
  期限を過ぎても回答を確認できておりません: /ご対応の記録がない/u,
  'つなぎへの返事のお願い(再度)': /subject: 'ご対応のお願い\(再度/u,
  'アセスメントシート (事前シート only of a meeting)': /事前シート(?!未提出)/u,
  ご対応のお願い: /次にすることのお知らせ/u,
  '進行管理(担当課長用)': /管理者の一覧/u,
  支援会議の案件にする: /にのせる|にのせ/u,
  会議を設定する: /会議を開く準備/u,
  知り得た秘密は正当な理由なく漏らしてはなりません: /漏らせません|外に出せません/u,
  死亡: /亡くなった/u,
  転出: /転出した/u,
  本人の辞退: /本人が終わりを望んだ/u,
  連絡不能: /連絡が取れなくなった/u,
  未定: /どちらの流れ/u,
  アセスメント以降の段階: /本線|同意のある流れ/u,
  終了: /'閉'|、閉じた'/u,
  '生年(和暦)': /生まれた年|生年\(西暦\)/u,
  文書番号: /町の文書番号/u,
  '期限の管理と再度のお願いは、つなぎが行います': /催促/u,
  つなぎ先が主担当を引き受けるまで: /つなぎが受理されるまで主担当/u,
  本人の同意を得ていないため: /の時点でないため/u,
  緊急: /急ぐ/u,
  担当機関: /担い手/u,
  適当: /'適切'|'適切\(/u,
  再検討: /やり直し/u,
  順調: /動いている/u,
  '返事を送りました (what was done)': /記録しました：/u,
  拒否: /断られた/u,
  // A date ends in (曜), the name of a meeting in (予定): what holds one stands in no brackets of its own.
  '：… without brackets around a date or a name that has some':
    /'[^']*\([^()']*\{(?:\w*On|on|at|date|title)\}[^()']*\)/u,
  '貴課 for a 課 of the municipality (libs/notification: you)': /(?<!other \{)貴機関/u,
  画面から回答: /'事務局が入力'/u,
};

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !/spec\.tsx?$/u.test(name) && !/(^|\/)testing\//u.test(name))
    .map((name) => join(folder, name));
}

/** The lines of a source without its comments, which speak to us and not to officials. */
const spoken = (file: string): readonly string[] =>
  readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*[^]*?\*\//gu, '')
    .replaceAll(/^\s*\/\/.*$/gmu, '')
    .split('\n');

const foundIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) =>
    Object.entries(wrong)
      .filter(([, pattern]) => pattern.test(line))
      .map(([right]) => `${line.trim()} → ${right}`),
  );

it('says nowhere what officials found wrong or odd', () => {
  const files = speaking.flatMap(sources);
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => foundIn(spoken(file)).map((found) => `${file}: ${found}`))).toEqual([]);
});

it('would find them', () => {
  expect(foundIn([`'meeting.putOnSupport': '支援会議にのせる',`, `'case.urgent': '急ぐ',`])).toHaveLength(2);
  expect(foundIn([`'phone.say': '出欠の返事をお願いすること({title}、{on})',`])).toHaveLength(1);
  expect(foundIn([`'phone.say': '出欠の返事をお願いすること：{title}、{on}',`])).toEqual([]);
});
