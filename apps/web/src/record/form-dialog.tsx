import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Offer } from '#libs/views';
import { useOffice } from '../api/profile-context.tsx';
import type { FormMaker } from '../command/form-of.ts';
import { Banner } from '../components/banner.tsx';
import type { FieldValues } from '../components/form/field-spec.ts';
import { CommandForm } from '../components/form/command-form.tsx';
import { Modal } from '../components/modal.tsx';
import { placeOfForm } from '../draft/draft-place.ts';
import { doneWords, submitWords } from '../messages/done-words.ts';
import { labelOf, t } from '../messages/translate.ts';
import type { FormDoor } from './use-form-door.ts';

interface FormDialogProps<View> {
  readonly forms: Readonly<Record<string, FormMaker<View>>>;
  readonly view: View;
  /** What the record is called, for the list of drafts. */
  readonly title: string;
  /** Where commands to this record go: '/api/cases/…' */
  readonly address: string;
  readonly door: FormDoor;
  /** Commands after which its page is no longer for who gave them. */
  readonly leaving?: ReadonlySet<string>;
  /** What is shown below the questions of a form, by its name. */
  readonly below?: Readonly<Record<string, ReactNode | ((values: FieldValues) => ReactNode)>>;
}

interface Versioned extends Offer {
  readonly parts: Readonly<Record<string, number>>;
}

/** The form that the address names, over the page of its record. */
export function FormDialog<View extends Versioned>(props: FormDialogProps<View>): ReactNode {
  const { forms, door } = props;
  const name = door.form ?? '';
  const make = Object.hasOwn(forms, name) ? forms[name] : undefined;
  return make === undefined ? null : (
    <OpenForm key={`${name}-${door.target ?? ''}`} {...props} name={name} make={make} />
  );
}

function OpenForm<View extends Versioned>({
  view,
  title: record,
  address,
  door,
  leaving,
  below = {},
  name,
  make,
}: FormDialogProps<View> & { readonly name: string; readonly make: FormMaker<View> }): ReactNode {
  const { profile, session } = useOffice();
  const navigate = useNavigate();
  const leaves = useRef(false);
  const title = labelOf('command', name);
  const now = make({ view, profile, session, target: door.target });
  const [opened] = useState(now);
  // What was typed stays when somebody else was first: sending it shows both, side by side.
  const form = now ?? opened;
  if (form === null) {
    return (
      <Modal title={title} onClose={door.close}>
        <Banner tone="info" title={t('case.formGone')}>
          {t('case.formGoneDetail')}
        </Banner>
      </Modal>
    );
  }
  const shown = below[name];
  const submit = submitWords(name) ?? (form.fields.length === 0 || shown !== undefined ? title : undefined);
  return (
    <Modal title={title} onClose={door.close} wide={form.fields.length > 5}>
      <CommandForm
        spec={form}
        draft={{
          place: placeOfForm(address, name, door.target),
          title: t('draft.titleOf', { record, form: title }),
        }}
        path={(values) => {
          const command = form.command(values);
          leaves.current = leaving?.has(command) ?? false;
          return `${address}/${command}`;
        }}
        partVersion={form.part === undefined ? undefined : (view.parts[form.part] ?? 0)}
        done={doneWords(name, title)}
        impossible={(values) => {
          const command = form.command(values);
          if (now !== null && view.allowed.some((one) => one === command)) return undefined;
          const told = view.notAllowed.find((one) => one.command === command)?.detail ?? '';
          return told === '' ? t('case.formGone') : told;
        }}
        look={form.look ?? 'primary'}
        {...(submit === undefined ? {} : { submitLabel: submit })}
        {...(form.intro === undefined
          ? {}
          : { intro: <p className="whitespace-pre-wrap rounded-8 bg-solid-gray-50 px-4 py-3">{form.intro}</p> })}
        {...(shown === undefined ? {} : { aside: typeof shown === 'function' ? shown : (): ReactNode => shown })}
        onDone={() => {
          if (leaves.current) void navigate('/work');
          else door.close();
        }}
        onCancel={door.close}
      />
    </Modal>
  );
}
