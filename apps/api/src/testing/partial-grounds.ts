import type { AccessDecision, Action, mayRead } from '#libs/access';
import type { MayGive } from '../records/offer.ts';

/** Answers of access put in the place of its table: what may be read, and given. */
export interface Grounds {
  readonly may: typeof mayRead;
  readonly mayGive: MayGive;
}

const granted = (isGranted: boolean): AccessDecision =>
  isGranted ? { allowed: true, basis: 'none' } : { allowed: false, code: 'access.basis' };

/** Those for whom the answer is yes to these actions, whatever of the record is asked about. */
export const groundsFor = (isGranted: (action: Action) => boolean): Grounds => ({
  may: (_asker, action) => isGranted(action),
  mayGive: (command) => granted(isGranted(command)),
});

/**
 * A share (0 to 100) of all the questions there are, each about its own subject; of the same seed a larger share holds every smaller one. A
 * question that a build of tomorrow asks is among them.
 */
export const shareOfGrounds = (seed: number, share: number): Grounds => ({
  may: (_asker, action, _record, subject = {}) => levelOf(seed, action + JSON.stringify(subject)) < share,
  mayGive: (command) => granted(levelOf(seed, command) < share),
});

/** 0 to 99, scattered (FNV-1a). */
function levelOf(seed: number, question: string): number {
  let hash = 2_166_136_261 ^ seed;
  for (let index = 0; index < question.length; index += 1)
    hash = Math.imul(hash ^ question.charCodeAt(index), 16_777_619) >>> 0;
  return (hash >>> 8) % 100;
}
