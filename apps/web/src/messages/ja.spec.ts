import { describe, expect, it } from '@jest/globals';
import {
  changeCodes,
  concernCodes,
  consentItemClasses,
  consentMethods,
  consentPurposes,
  contactMethods,
  contactResults,
  declineReasons,
  declineSuggestions,
  dispositionResults,
  endReasons,
  goalOutcomes,
  itemPurposes,
  noticeKinds,
  obligationKinds,
  caseCommands,
  offeredTypes,
  personStandings,
  relationCodes,
  replyKinds,
  representativeGrounds,
  schemeCodes,
  schemeOutcomeCodes,
  sittingCommands,
  sittingStages,
  stages,
  stallCauses,
} from '#libs/domain';
import { IntlMessageFormat } from 'intl-messageformat';
import { replyTexts } from '../reply/reply-texts.ts';
import { ja } from './ja.ts';

const codeLists: Readonly<Record<string, readonly string[]>> = {
  stage: stages,
  stallCause: stallCauses,
  obligation: obligationKinds,
  noticeKind: noticeKinds,
  command: [...offeredTypes(Object.values(caseCommands)), ...offeredTypes(Object.values(sittingCommands))],
  concern: concernCodes,
  scheme: schemeCodes,
  schemeOutcome: schemeOutcomeCodes,
  declineReason: declineReasons,
  declineSuggestion: declineSuggestions,
  relation: relationCodes,
  purpose: itemPurposes,
  disposition: dispositionResults,
  goalOutcome: goalOutcomes,
  change: changeCodes,
  endReason: endReasons,
  standing: personStandings,
  contactMethod: contactMethods,
  contactResult: contactResults,
  consentMethod: consentMethods,
  consentPurpose: consentPurposes,
  consentItemClass: consentItemClasses,
  representativeGround: representativeGrounds,
  sittingStage: sittingStages,
  reply: replyKinds,
};

/** Words of glossary.md that are never shown. 案件 and 転送 are judged by eye, since 案件 is right for an agenda item. */
const keptOffScreen = [
  'フェーズ',
  '承諾',
  'クローズ',
  '却下',
  '差戻し',
  '転送',
  'チケット',
  'トリアージ',
  '営業日',
  '督促',
  'エスカレーション',
  '停滞者',
  '塩漬け',
  '放置',
  '主催者',
  'セッション',
  'ログ、',
  'タイムライン',
  '通報者',
  'クライアント',
  'パートナー',
  'オーナー',
  'RSVP',
  '招待',
  '上司',
  '架電',
  'アーカイブ',
  '定足数',
];

const catalogue: Readonly<Record<string, string>> = { ...ja, ...replyTexts };

describe('the message catalogue', () => {
  it.each(Object.entries(codeLists))('has a Japanese word for every code of %s', (prefix, codes) => {
    const words = codes.map((code) => [code, (ja as Readonly<Record<string, string>>)[`${prefix}.${code}`] ?? '']);
    expect(
      words.filter(([, word]) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word ?? '')),
    ).toEqual([]);
  });

  it('gives different codes of one list different words, but for the two causes that both wait for a consent', () => {
    const doubled = Object.entries(codeLists).filter(
      ([prefix, codes]) =>
        prefix !== 'stallCause' &&
        new Set(codes.map((code) => catalogue[`${prefix}.${code}`])).size !== new Set(codes).size,
    );
    expect(doubled.map(([prefix]) => prefix)).toEqual([]);
  });

  it('is written in ICU message format throughout', () => {
    const broken = Object.entries(catalogue).filter(([, text]) => {
      try {
        return new IntlMessageFormat(text, 'ja').getAst().length === 0;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('shows no word that the glossary keeps off the screen', () => {
    const shown = Object.entries(catalogue).filter(([, text]) => keptOffScreen.some((word) => text.includes(word)));
    expect(shown).toEqual([]);
  });

  it('has no English words but abbreviations that people use', () => {
    const english = Object.entries(catalogue).filter(([, text]) => {
      const plain = text
        .replace(/\{[^{}]*\}/gu, '')
        .replace(/\{\w+, select,[^]*\}/gu, '')
        .replace(/\b(DV|Enter|JavaScript)/gu, '');
      return /[A-Za-z]{2,}/u.test(plain);
    });
    expect(english).toEqual([]);
  });
});
