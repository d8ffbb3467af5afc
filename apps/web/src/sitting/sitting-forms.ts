import { sittingCommands } from '#libs/domain';
import type { SittingView } from '../api/sitting-view.ts';
import { formsOf } from '../command/forms-of.ts';
import { callingForms } from './forms/calling-forms.ts';
import { holdingForms } from './forms/holding-forms.ts';

/** The forms of the page of a sitting. */
export const sittingForms = formsOf<typeof sittingCommands, SittingView>(sittingCommands, {
  ...callingForms,
  ...holdingForms,
});
