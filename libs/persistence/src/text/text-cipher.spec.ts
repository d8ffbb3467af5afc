import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { saltedHashOf, TextCipher } from './text-cipher.ts';
import { textIdsIn } from './text-ids.ts';

const key = (): string => randomBytes(32).toString('base64');
const place = { municipality: 'a-town', recordId: 'r1', textId: 't1' };

describe('TextCipher', () => {
  it('gives back what was written, and never the same bytes for the same text', () => {
    const cipher = new TextCipher(key());
    const dataKey = cipher.newDataKey();
    const first = cipher.encrypt(dataKey, '母と息子のふたり暮らし', place);
    const second = cipher.encrypt(dataKey, '母と息子のふたり暮らし', place);
    expect(cipher.decrypt(dataKey, first.ciphertext, place)).toBe('母と息子のふたり暮らし');
    expect(first.ciphertext.equals(second.ciphertext)).toBe(false);
    expect(first.saltedHash.equals(second.saltedHash)).toBe(false);
    expect(saltedHashOf(first.salt, '母と息子のふたり暮らし').equals(first.saltedHash)).toBe(true);
  });

  it.each([
    ['another text of the record', { ...place, textId: 't2' }],
    ['another record', { ...place, recordId: 'r2' }],
    ['another municipality', { ...place, municipality: 'b-town' }],
  ])('refuses a ciphertext that was put in the place of %s', (_what, other) => {
    const cipher = new TextCipher(key());
    const dataKey = cipher.newDataKey();
    const { ciphertext } = cipher.encrypt(dataKey, 'x', place);
    expect(() => cipher.decrypt(dataKey, ciphertext, other)).toThrow();
  });

  it('unwraps keys of an older master key, and wraps with the newest', () => {
    const [old, young] = [key(), key()];
    const before = new TextCipher(old);
    const dataKey = before.newDataKey();
    const wrapped = before.wrap(dataKey, 'a-town', 'r1');
    const after = new TextCipher(young, [old]);
    expect(after.unwrap(wrapped, 'a-town', 'r1').equals(dataKey)).toBe(true);
    expect(after.wrap(dataKey, 'a-town', 'r1').keyId).not.toBe(wrapped.keyId);
    expect(() => new TextCipher(young).unwrap(wrapped, 'a-town', 'r1')).toThrow(/not in the settings/u);
    expect(() => after.unwrap(wrapped, 'a-town', 'r2')).toThrow();
  });

  it('keeps reply links good when the master key changes, and different for each invitation', () => {
    const [old, young] = [key(), key()];
    const token = new TextCipher(old).replyToken('a-town', 'i1');
    expect(new TextCipher(young, [old]).replyToken('a-town', 'i1')).toBe(token);
    expect(new TextCipher(old).replyToken('a-town', 'i2')).not.toBe(token);
    expect(token).toMatch(/^[\w-]{43}$/u);
  });

  it('takes 32 bytes and nothing else as a master key', () => {
    expect(() => new TextCipher(Buffer.from('short').toString('base64'))).toThrow(RangeError);
  });
});

describe('textIdsIn', () => {
  it('finds every text a command names, however deep, and nothing else', () => {
    const command = {
      type: 'draft-plan',
      planId: 'p',
      directionText: 'a',
      goals: [{ id: 'g', text: 'b' }],
      representative: { nameText: 'c' },
      reasonText: null,
    };
    expect([...textIdsIn(command)]).toEqual(['a', 'b', 'c']);
  });
});
