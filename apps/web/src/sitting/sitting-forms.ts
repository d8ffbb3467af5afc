import { addInvitee, answerInvitation, callSitting, cancelSitting, moveSitting } from './forms/calling-forms.ts';
import { giveDisposition, holdSitting, removeItem } from './forms/holding-forms.ts';
import type { SittingFormMaker } from './sitting-form.ts';

/** The forms of the page of a sitting, by the name that stands in the address (`?do=…`). */
export const sittingForms = {
  'call-sitting': callSitting,
  'add-invitee': addInvitee,
  'answer-invitation': answerInvitation,
  'move-sitting': moveSitting,
  'hold-sitting': holdSitting,
  'give-disposition': giveDisposition,
  'remove-item': removeItem,
  'cancel-sitting': cancelSitting,
} as const satisfies Readonly<Record<string, SittingFormMaker>>;

export type SittingFormName = keyof typeof sittingForms;

export const isSittingFormName = (name: string): name is SittingFormName => Object.hasOwn(sittingForms, name);
