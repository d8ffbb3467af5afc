import { expect, it } from '@jest/globals';
import { newCommandId } from './client.ts';

it('gives every command another id that tells when it was made', () => {
  const ids = Array.from({ length: 50 }, () => newCommandId(0x0198_a000_0000));
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^0198a000-0000-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
});
