import { describe, expect, it } from '@jest/globals';
import { ApiProblem, ApiUnreachable } from '../../api/problem.ts';
import { againAfter } from './send-again.ts';

const cut = new ApiUnreachable('no answer', { passes: {} });
const asked = (afterSeconds: number): ApiUnreachable => new ApiUnreachable('status 503', { passes: { afterSeconds } });

describe('what could not be sent', () => {
  it('is sent again by itself, at growing pauses, for some ten minutes', () => {
    const all = Array.from({ length: 30 }, (_, index) => againAfter(cut, index + 1));
    expect(all.slice(0, 6)).toEqual([3, 5, 10, 20, 30, 30]);
    const seconds = all.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    expect(seconds).toBeGreaterThan(540);
    expect(seconds).toBeLessThan(720);
    expect(all.at(-1)).toBeUndefined();
  });

  it('is not sent before the server wants it', () => {
    expect([againAfter(asked(2), 1), againAfter(asked(60), 1)]).toEqual([3, 60]);
  });

  it('is left to people when it does not pass by itself', () => {
    const refused = { type: '', title: '', status: 409, code: 'x', detail: '' };
    expect([
      againAfter(new ApiUnreachable('status 500', { code: '500 unexpected' }), 1),
      againAfter(new ApiProblem(refused), 1),
    ]).toEqual([undefined, undefined]);
  });
});
