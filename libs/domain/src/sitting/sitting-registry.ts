import type { SittingSystemCommand } from '#libs/contracts';
import type { CommandOf } from '../command/command.ts';
import type { EventOf } from '../command/event.ts';
import { unitsByType } from '../command/units-by-type.ts';
import type { RecordCommand } from '../record/record-events.ts';
import { addItem, itemAdded } from './agenda/add-item.ts';
import { freezeItem, itemFrozen } from './agenda/freeze-item.ts';
import { giveDisposition, dispositionGiven } from './agenda/give-disposition.ts';
import { releaseDisposition, dispositionReleased } from './agenda/release-disposition.ts';
import { removeItem, itemRemoved } from './agenda/remove-item.ts';
import { agencyTakenOff, takeOffItem } from './agenda/take-off-item.ts';
import { cancelSitting, sittingCancelled } from './course/cancel-sitting.ts';
import { closeSitting, sittingClosed } from './course/close-sitting.ts';
import { finishCall, redateObligations } from './course/keep-sitting.ts';
import { holdSitting, sittingHeld } from './course/hold-sitting.ts';
import { moveSitting, sittingMoved } from './course/move-sitting.ts';
import { readWithReason, readingReasoned } from './course/read-with-reason.ts';
import { openSitting, sittingOpened } from './course/open-sitting.ts';
import { acknowledgeSecrecy, secrecyAcknowledged } from './invitation/acknowledge-secrecy.ts';
import { addInvitee, inviteeAdded } from './invitation/add-invitee.ts';
import { answerInvitation, invitationAnswered } from './invitation/answer-invitation.ts';
import { callSitting, sittingCalled } from './invitation/call-sitting.ts';
import { openPhoneTasks, phoneTasksOpened } from './invitation/phone-tasks.ts';
import { tellRequiredAbsence, requiredAbsenceTold } from './invitation/required-absence.ts';
import { sendInvitations, invitationsSent } from './invitation/send-invitations.ts';
import { invitationUndelivered, reportUndelivered } from './invitation/undelivered.ts';

/** The commands that begin a sitting. */
export const sittingBeginnings = unitsByType(openSitting);

/** Every later command of a sitting, in the order in which its page offers them. */
export const sittingCommands = unitsByType(
  addItem,
  removeItem,
  takeOffItem,
  freezeItem,
  callSitting,
  addInvitee,
  sendInvitations,
  acknowledgeSecrecy,
  answerInvitation,
  openPhoneTasks,
  tellRequiredAbsence,
  moveSitting,
  holdSitting,
  giveDisposition,
  releaseDisposition,
  closeSitting,
  cancelSitting,
  finishCall,
  redateObligations,
  reportUndelivered,
  readWithReason,
) satisfies Readonly<Record<SittingSystemCommand['type'], { readonly likely: null }>>;

type SittingCommand = CommandOf<
  (typeof sittingBeginnings)[keyof typeof sittingBeginnings] | (typeof sittingCommands)[keyof typeof sittingCommands]
>;
export type AnySittingCommand = SittingCommand | RecordCommand;

/** Every fact of a sitting. Only the first may begin a log. */
export const sittingEvents = unitsByType(
  sittingOpened,
  itemAdded,
  itemRemoved,
  agencyTakenOff,
  itemFrozen,
  sittingCalled,
  inviteeAdded,
  invitationsSent,
  secrecyAcknowledged,
  invitationAnswered,
  phoneTasksOpened,
  invitationUndelivered,
  requiredAbsenceTold,
  sittingMoved,
  sittingHeld,
  dispositionGiven,
  dispositionReleased,
  sittingClosed,
  sittingCancelled,
  readingReasoned,
);

export type SittingEvent = EventOf<(typeof sittingEvents)[keyof typeof sittingEvents]>;
