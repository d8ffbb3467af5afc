import { recordOfUnits } from '../record/record-of-units.ts';
import { replyExpired, replyReminder } from './invitation/reply-owed.ts';
import { sittingCalls } from './invitation/sitting-calls.ts';
import { sittingBeginnings, sittingCommands, sittingEvents } from './sitting-registry.ts';
import { sittingExpectations } from './sitting-expectations.ts';
import { isOver, sittingStanding } from './sitting-standing.ts';
import type { SittingState } from './sitting-state.ts';

/** 開催回 as the executor knows it. */
export const sittingDefinition = recordOfUnits({
  kind: 'sitting',
  // 5: who convenes, 守秘義務の確認 of each agency.
  shape: 5,
  beginnings: sittingBeginnings,
  commands: sittingCommands,
  events: sittingEvents,
  passedDates: { reply: { expiry: replyExpired, reminder: replyReminder } },
  // A sitting is one day: its other lists end with it.
  leaving: { removedItems: { idOf: ({ id }) => id, isOver: () => true, stays: 0 } },
  calls: sittingCalls,
  expectations: sittingExpectations,
  standing: sittingStanding,
  isOpen: (state: SittingState) => !isOver(state),
  agencies: (state) => [
    ...new Set([
      // Being on the agenda tells an agency nothing: the call does (R24).
      ...state.items
        .flatMap(({ agencies }) => agencies)
        .filter((agency) => agency === state.convener || state.attendance?.present.includes(agency) === true),
      ...state.invitations.flatMap(({ agency, sent }) => (sent ? [agency] : [])),
    ]),
  ],
});
