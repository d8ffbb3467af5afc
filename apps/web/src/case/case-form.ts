import type { CaseView, ProfileView, SessionView } from '#libs/views';
import { agencyName } from '../api/profile-context.tsx';
import type { FieldValues, Option } from '../components/form/field-spec.ts';
import type { CommandFormSpec } from '../components/form/use-command-form.ts';
import type { CaseCommandType } from '../messages/command-labels.ts';

export interface CaseFormContext {
  readonly view: CaseView;
  readonly profile: ProfileView;
  readonly session: SessionView;
  /** What the form is about, from the address: a handoff, a person, a task … */
  readonly target: string | null;
}

/** One form of the case page. */
export interface CaseForm extends CommandFormSpec {
  readonly intro?: string;
  /** The command it sends; with several ways to answer, chosen by what was filled in. */
  readonly command: CaseCommandType | ((values: FieldValues) => CaseCommandType);
  /** The part whose version the command states (`partOf` of the domain), or nothing. */
  readonly part?: string;
  readonly look?: 'danger';
}

/** Makes the form for this case now, or nothing when what it is about is not there. */
export type CaseFormMaker = (context: CaseFormContext) => CaseForm | null;

export const agencyOptions = (profile: ProfileView, except: readonly string[] = []): readonly Option[] =>
  profile.agencies.filter(({ code }) => !except.includes(code)).map(({ code, name }) => ({ value: code, label: name }));

export const namedAgencies = (profile: ProfileView, codes: readonly string[]): readonly Option[] =>
  codes.map((code) => ({ value: code, label: agencyName(profile, code) }));

/** The address of a command on a case. */
export const casePath = (caseId: string, command: string): string => `/api/cases/${caseId}/${command}`;
