import type { SittingSystemCommand } from '#libs/contracts';
import type { CommandOf } from '../command/command.ts';
import { unitsByType } from '../command/units-by-type.ts';
import type { RecordCommand } from '../record/record-events.ts';
import { addItem } from './agenda/add-item.ts';
import { freezeItem } from './agenda/freeze-item.ts';
import { giveDisposition } from './agenda/give-disposition.ts';
import { removeItem } from './agenda/remove-item.ts';
import { cancelSitting } from './course/cancel-sitting.ts';
import { closeSitting } from './course/close-sitting.ts';
import { holdSitting } from './course/hold-sitting.ts';
import { moveSitting } from './course/move-sitting.ts';
import { openSitting } from './course/open-sitting.ts';
import { addInvitee } from './invitation/add-invitee.ts';
import { answerInvitation } from './invitation/answer-invitation.ts';
import { callSitting } from './invitation/call-sitting.ts';
import { openPhoneTasks } from './invitation/phone-tasks.ts';
import { tellRequiredAbsence } from './invitation/required-absence.ts';
import { sendInvitations } from './invitation/send-invitations.ts';

/** The commands that begin a sitting. */
export const sittingBeginnings = unitsByType(openSitting);

/** Every later command of a sitting, in the order in which its page offers them. */
export const sittingCommands = unitsByType(
  addItem,
  removeItem,
  freezeItem,
  callSitting,
  addInvitee,
  sendInvitations,
  answerInvitation,
  openPhoneTasks,
  tellRequiredAbsence,
  moveSitting,
  holdSitting,
  giveDisposition,
  closeSitting,
  cancelSitting,
) satisfies Readonly<Record<SittingSystemCommand['type'], { readonly likely: null }>>;

export type SittingCommand = CommandOf<
  (typeof sittingBeginnings)[keyof typeof sittingBeginnings] | (typeof sittingCommands)[keyof typeof sittingCommands]
>;
export type AnySittingCommand = SittingCommand | RecordCommand;
