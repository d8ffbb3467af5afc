import { describe, expect, it } from '@jest/globals';
import type { EventType } from '#libs/domain';
import { sampleProfile } from '../testing/sample-office.ts';
import { historyWords } from './history-words.ts';

const profile = {
  ...sampleProfile,
  agencies: [
    ...sampleProfile.agencies,
    { code: 'base', name: '基幹相談支援センター', kind: 'contractor', channel: 'mail' } as const,
  ],
};
const told = (type: EventType, params: Readonly<Record<string, string | boolean>> = {}): string =>
  historyWords(
    {
      seq: 1,
      at: '2026-11-20T00:00:00Z',
      type,
      actorName: null,
      actorAgency: null,
      actorKind: 'clock',
      on: null,
      params,
      texts: [],
      masked: false,
    },
    profile,
  );

describe('a line of the history', () => {
  it('names agencies, reasons and dates in words', () => {
    expect(told('handoff-sent', { from: 'care', to: 'base' })).toBe(
      '地域包括支援センターから基幹相談支援センターへつなぎを送った',
    );
    expect(told('handoff-declined', { reason: 'noCapacity', suggestion: 'jointVisit' })).toBe(
      'つなぎを受理しないと返事をした(理由：いま受ける余力がない、代案：一緒に訪問する)',
    );
    // To another agency that takes part, only that it was.
    expect(told('handoff-declined')).toBe('つなぎを受理しないと返事をした');
    expect(told('placement-moved', { heldOn: '2026-11-27' })).toBe('案件の開催日が変わった：11月27日(金)');
  });

  it('tells a step of asking again by what it was', () => {
    expect(told('obligation-step-taken', { step: 'reminder', kind: 'handoff-answer' })).toBe(
      '再度のお願いを行った：つなぎに返事をする',
    );
    expect(told('obligation-step-taken', { step: 'expiry', kind: 'handoff-answer' })).toBe(
      '返事がないまま期限切れになった：つなぎに返事をする',
    );
  });

  it('tells the thawing of an item apart from its freezing', () => {
    expect(told('item-frozen', { itemId: 'item-1' })).toBe('案件を凍結した');
    expect(told('item-frozen', { itemId: 'item-1', frozen: false })).toBe('案件の凍結を解いた');
  });

  it('says that something was recorded when the event is newer than the page, and never shows a code', () => {
    expect(told('something-new' as EventType)).toBe('記録が加わった');
    expect(told('handoff-sent', { from: 'care' })).toContain('―');
  });
});
