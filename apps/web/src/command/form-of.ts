import type { Fields, Holding } from '#libs/domain';
import type { Profile, Session } from '../api/session.ts';
import type { FieldValues } from '../components/form/field-spec.ts';
import type { CommandFormSpec } from '../components/form/use-command-form.ts';
import { wordOf } from '../messages/translate.ts';
import type { Asking } from './asking.ts';
import { questionsOf } from './question.ts';

/** What a page needs of the unit of a command. */
export interface AskedUnit<F extends Fields = Fields> {
  readonly type: string;
  readonly fields: F;
  readonly part?: string | null | ((command: never) => string);
}

/** On what and by whom a command is given. */
export interface FormContext<View> {
  readonly view: View;
  readonly profile: Profile;
  readonly session: Session;
  /** What the form is about, from the address: a handoff, a person, a task … */
  readonly target: string | null;
}

/** One form of a record's page. */
export interface RecordForm extends CommandFormSpec {
  readonly intro?: string;
  /** The command it sends; with several ways to answer, chosen by what was filled in. */
  readonly command: (values: FieldValues) => string;
  /** The part whose version the command states, or nothing. */
  readonly part?: string;
  readonly look?: 'danger';
}

/** Makes the form for a record as it is now, or nothing when what it is about is not there. */
export type FormMaker<View> = (context: FormContext<View>) => RecordForm | null;

/** The form of a command: from its fields, and what the page says beyond them. */
export function formOf<F extends Fields>(
  { type, fields, part }: AskedUnit<F>,
  profile: Profile,
  asking: Asking<Holding<F>> = {},
): RecordForm {
  const { specs, start, body } = questionsOf(fields, asking, { owner: type, path: '', profile });
  const intro = [asking.about, wordOf(`intro.${type}`)].filter((text) => text !== undefined).join('\n');
  const stated = typeof part === 'function' ? part(body(start) as never) : part;
  return {
    command: () => type,
    fields: specs,
    initial: start,
    toBody: body,
    ...(intro === '' ? {} : { intro }),
    ...(stated ? { part: stated } : {}),
    ...(asking.look === undefined ? {} : { look: asking.look }),
  };
}
