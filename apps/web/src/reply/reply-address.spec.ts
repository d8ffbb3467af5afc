import { describe, expect, it } from '@jest/globals';
import { tokenOf } from './reply-address.ts';

describe('the address of a reply page', () => {
  it('gives its token, and none for any other address', () => {
    expect(tokenOf('/o/r/AbC-12_x')).toBe('AbC-12_x');
    expect(tokenOf('/o/r/AbC/')).toBe('AbC');
    expect(tokenOf('/o/r/')).toBe('');
    expect(tokenOf('/o/r/a/b')).toBe('');
  });
});
