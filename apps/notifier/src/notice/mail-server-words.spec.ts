import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendResult } from '#libs/notification';
import { MailServerWords, type Verdict } from './mail-server-words.ts';

const refused: SendResult = { outcome: 'refused', code: '550 5.1.1' };
const notTaken: SendResult = { outcome: 'not-taken', code: '550' };
const taken: SendResult = { outcome: 'accepted', code: '250' };
const away: SendResult = { outcome: 'later', code: 'ECONNREFUSED' };

describe('the words of the mail server', () => {
  let nowMs: number;
  let words: MailServerWords;
  beforeEach(() => {
    nowMs = 1_000;
    words = new MailServerWords(() => nowMs);
  });
  const hear = (to: string, result: SendResult, attempts = 0): Verdict =>
    words.heard({ id: `notice to ${to}`, to, attempts }, result);

  it('are believed about one recipient while others are reached', () => {
    expect([hear('a', taken), hear('b', refused), hear('c', taken), hear('d', refused)]).toEqual([
      'out',
      'unreachable',
      'out',
      'unreachable',
    ]);
    expect(words.trouble).toBeUndefined();
  });

  it('are about ourselves when several different recipients are refused one after the other', () => {
    expect([hear('a', refused), hear('a', refused), hear('b', refused)]).toEqual(Array(3).fill('unreachable'));
    expect([hear('c', refused), hear('d', refused)]).toEqual(['held', 'held']);
    expect(words.trouble).toBe('550 5.1.1');
    expect([hear('e', taken), hear('c', refused)]).toEqual(['out', 'unreachable']);
    expect(words.trouble).toBeUndefined();
  });

  it('that do not say what they are about hold every notice, however often they are said', () => {
    for (const attempts of [0, 1, 5, 50]) expect(hear('a', notTaken, attempts)).toBe('held');
    expect(words.trouble).toBe('550');
  });

  it('that do not say what they are about are believed about a recipient who alone is not reached', () => {
    expect(hear('old', notTaken, 0)).toBe('held');
    expect(hear('other', taken)).toBe('out');
    expect([hear('old', notTaken, 1), hear('old', notTaken, 3)]).toEqual(['held', 'unreachable']);
  });

  it('missing for five minutes are told, a busy server is not', () => {
    expect(hear('b', { outcome: 'later', code: '450 4.2.0' })).toBe('held');
    expect(hear('a', away)).toBe('held');
    expect(words.trouble).toBeUndefined();
    nowMs += 300_001;
    expect(words.trouble).toBe('ECONNREFUSED');
    hear('a', taken);
    expect(words.trouble).toBeUndefined();
  });
});
