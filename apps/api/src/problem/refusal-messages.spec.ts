import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '#libs/domain';
import { accessMessages } from './access-messages.ts';
import { refusalMessages } from './refusal-messages.ts';
import { Refusals } from './refusals.ts';

describe('the catalogue of refusals', () => {
  it('speaks Japanese, in whole sentences', () => {
    for (const sentence of [...Object.values(refusalMessages), ...Object.values(accessMessages)]) {
      expect(sentence).toMatch(/[ぁ-ん].*[。)]$/u);
    }
  });
});

describe('a refusal', () => {
  const refusals = new Refusals({
    agencies: [
      { code: 'kikan', name: '基幹相談支援センター', kind: 'contractor', channel: 'mail', headTitle: '管理者' },
    ],
  });

  it.each<readonly [Refusal, string]>([
    [
      { code: 'handoff.already-sent', params: { agency: 'kikan' } },
      '基幹相談支援センターへの返事待ちのつなぎが、すでにあります。',
    ],
    [
      { code: 'case.not-in-stage', params: { stage: 'intake', command: 'draft-plan' } },
      'いまの段階「相談受付」では、この操作はできません。',
    ],
    [
      { code: 'sitting.before-its-day', params: { heldOn: '2026-12-01' } },
      '開催日の12月1日(火)より前には、開催を記録できません。',
    ],
    [{ code: 'plan.period-too-long', params: { months: 12 } }, 'プランの期間は、12か月までです。'],
    [
      { code: 'handoff.already-sent', params: { agency: 'unknown' } },
      'unknownへの返事待ちのつなぎが、すでにあります。',
    ],
  ])('is worded with names and dates: %j', (refusal, sentence) => {
    expect(refusals.sentence(refusal)).toBe(sentence);
    expect(refusals.problem(refusal).problem).toMatchObject({
      status: 409,
      code: refusal.code,
      detail: sentence,
      params: refusal.params,
    });
  });

  it('names the field that is to blame', () => {
    const refusal: Refusal = { code: 'date.in-future', params: { field: 'on' } };
    expect(refusals.problem(refusal).problem).toMatchObject({
      errors: [{ field: 'on', code: 'date.in-future', detail: refusals.sentence(refusal) }],
    });
    expect(refusals.problem({ code: 'case.ended' }).problem).not.toHaveProperty('errors');
  });
});
