import type { SittingStanding } from './standing.ts';

// Every condition of a sitting that its procedures wait for, and nothing else: what is exported here decides which commits wake a workflow.

/** The sitting is neither closed nor cancelled: something may still follow. */
export const open = (s: SittingStanding): boolean => !s.closed;

/** The sitting is called, and somebody who is invited has not been told. */
export const invitationsUnsent = (s: SittingStanding): boolean => !s.closed && s.called && s.uncalled > 0;

/** An agency stayed silent until its date, and nobody has been asked to phone it. */
export const phoneTasksUnopened = (s: SittingStanding): boolean => answersAwaited(s) && s.phoneTasksMissing > 0;

/** An agency that must attend can not, and the convener does not know. */
export const requiredAbsenceUntold = (s: SittingStanding): boolean =>
  answersAwaited(s) && s.requiredAbsent > 0 && !s.requiredAbsenceTold;

/** The sitting was held, and no 案件 is left without result, next step, owner and date. */
export const disposed = (s: SittingStanding): boolean => !s.closed && s.held && s.itemsWithoutDisposition === 0;

const answersAwaited = (s: SittingStanding): boolean => !s.closed && s.called && !s.held;
