import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessMessages } from './access-messages.ts';
import { refusalMessages } from './refusal-messages.ts';
import { Refusals } from './refusals.ts';

const libs = join(import.meta.dirname, '../../../../libs');

const sourcesOf = (lib: string): string =>
  readdirSync(join(libs, lib, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
    .map((name) => readFileSync(join(libs, lib, 'src', name), 'utf8'))
    .join('\n');

/** Every code that the rules, or the executor for them, refuse with. */
const refusedCodes = (): readonly string[] => {
  const source = `${sourcesOf('domain')}\n${sourcesOf('persistence')}`;
  return [...new Set([...source.matchAll(/\brefuse\(\s*'([^']+)'/gu)].map(([, code = '']) => code))].toSorted();
};

describe('the catalogue of refusals', () => {
  it('has a Japanese sentence for every code that libs/domain and the executor refuse with', () => {
    const codes = refusedCodes();
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => refusalMessages[code] === undefined)).toEqual([]);
  });

  it('has a Japanese sentence for every code of libs/access', () => {
    const codes = [...new Set([...sourcesOf('access').matchAll(/'(access\.[\w-]+)'/gu)].map(([, code = '']) => code))];
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !(code in accessMessages))).toEqual([]);
  });

  it('holds no sentence that nothing refuses with', () => {
    const codes = new Set(refusedCodes());
    expect(Object.keys(refusalMessages).filter((code) => !codes.has(code))).toEqual([]);
  });

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

  it.each([
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
      '開催日(12月1日(火))の前には、開催を記録できません。',
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
});
