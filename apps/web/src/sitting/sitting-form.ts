import type { ProfileView, SittingView } from '#libs/views';
import type { CommandFormSpec } from '../components/form/use-command-form.ts';
import type { SittingCommandType } from '../messages/command-labels.ts';

export interface SittingFormContext {
  readonly view: SittingView;
  readonly profile: ProfileView;
  readonly target: string | null;
}

/** One form of the page of a sitting. */
interface SittingForm extends CommandFormSpec {
  readonly intro?: string;
  readonly command: SittingCommandType;
  /** The part whose version the command states (`partOf` of the domain), or nothing. */
  readonly part?: string;
  readonly look?: 'danger';
}

export type SittingFormMaker = (context: SittingFormContext) => SittingForm | null;

export const placeOf = (view: SittingView): string | null => view.placeText;
