import { describe, expect, it } from '@jest/globals';
import { caseForms } from '../case/case-forms.ts';
import { sittingForms } from '../sitting/sitting-forms.ts';
import { doneWords } from './done-words.ts';
import { labelOf } from './translate.ts';

describe('what is said when a form was sent', () => {
  it('says what was done', () => {
    expect(doneWords('answer-handoff', 'つなぎに返事をする')).toBe('返事を送りました');
    expect(doneWords('send-handoff', 'つなぎを送る')).toBe('つなぎを送りました');
    expect(doneWords('set-person-in-charge', '担当者を決める')).toBe('担当者を決めました');
    expect(doneWords('draft-plan', 'プラン案を書く')).toBe('プラン案を書きました');
    expect(doneWords('remove-item', '案件を外す')).toBe('案件を外しました');
    expect(doneWords('acknowledge-role', '役割を確認した')).toBe('役割を確認しました');
  });

  it('has an end for every form there is', () => {
    const said = [...Object.keys(caseForms), ...Object.keys(sittingForms)].map((form) =>
      doneWords(form, labelOf('command', form)),
    );
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((words) => !/(ました|送ります)$/u.test(words))).toEqual([]);
  });
});
