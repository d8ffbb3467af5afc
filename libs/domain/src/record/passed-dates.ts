import type { Word } from '../command/event.ts';
import type { Obligation, ObligationKind } from './obligation.ts';

/**
 * What a passed date of an obligation means for a kind of record, beyond asking again. It stands with its subject: the expiry of a つなぎ
 * with the つなぎ, the start of a monitoring round with monitoring. What is not named here asks again and changes nothing else.
 */
export type PassedDates<S> = {
  readonly [K in ObligationKind]?: {
    /** Silence ended the ladder. */
    readonly expiry?: (state: S, obligation: Obligation) => S;
    /** The date has come on which something begins. */
    readonly start?: (state: S, obligation: Obligation) => S;
    /** What 再度のお願い says, where it is not the plain word to the holder. */
    readonly reminder?: (state: S, obligation: Obligation) => readonly Word[];
  };
};
