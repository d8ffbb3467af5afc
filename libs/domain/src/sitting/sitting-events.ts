import type { EventOf } from '../command/event.ts';
import { unitsByType } from '../command/units-by-type.ts';
import { itemAdded } from './agenda/add-item.ts';
import { itemFrozen } from './agenda/freeze-item.ts';
import { dispositionGiven } from './agenda/give-disposition.ts';
import { itemRemoved } from './agenda/remove-item.ts';
import { sittingCancelled } from './course/cancel-sitting.ts';
import { sittingClosed } from './course/close-sitting.ts';
import { sittingHeld } from './course/hold-sitting.ts';
import { sittingMoved } from './course/move-sitting.ts';
import { sittingOpened } from './course/open-sitting.ts';
import { inviteeAdded } from './invitation/add-invitee.ts';
import { invitationAnswered } from './invitation/answer-invitation.ts';
import { sittingCalled } from './invitation/call-sitting.ts';
import { phoneTasksOpened } from './invitation/phone-tasks.ts';
import { requiredAbsenceTold } from './invitation/required-absence.ts';
import { invitationsSent } from './invitation/send-invitations.ts';

/** Every fact of a sitting. Only the first may begin a log. */
export const sittingEvents = unitsByType(
  sittingOpened,
  itemAdded,
  itemRemoved,
  itemFrozen,
  sittingCalled,
  inviteeAdded,
  invitationsSent,
  invitationAnswered,
  phoneTasksOpened,
  requiredAbsenceTold,
  sittingMoved,
  sittingHeld,
  dispositionGiven,
  sittingClosed,
  sittingCancelled,
);

export type SittingEvent = EventOf<(typeof sittingEvents)[keyof typeof sittingEvents]>;
