/** Breaks and other controls, marks that turn the direction of reading, invisible ones that hide words from people. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
const turns = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/**
 * What people typed, as it may stand in a line of a mail or a calendar entry. The edge refuses such text today; what was stored before has
 * to go out all the same.
 */
export const oneLine = (text: string): string =>
  text.toWellFormed().replaceAll(breaks, ' ').replaceAll(turns, '').trim();
