import { sameMilestones, type SentStanding } from '#libs/contracts';

/**
 * Has something happened since a command was decided that a procedure could look at? The record ended, a milestone moved, or the
 * database was put back to an earlier moment, so that what was done may be undone.
 */
export const movedSince =
  (decided: SentStanding) =>
  (standing: SentStanding): boolean =>
    standing.closed ||
    standing.epoch !== decided.epoch ||
    standing.seq < decided.seq ||
    !sameMilestones(standing, decided);

/** Is a refusal of the workflow's own command only the news that it is so already (house-style.md 15)? */
export const saysAlreadySo = (code: string): boolean => code === 'already-so';
