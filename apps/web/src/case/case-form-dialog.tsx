import { useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CaseView } from '#libs/views';
import { useOffice } from '../api/profile-context.tsx';
import { Banner } from '../components/banner.tsx';
import { CommandForm } from '../components/form/command-form.tsx';
import type { FieldValues } from '../components/form/field-spec.ts';
import { Modal } from '../components/modal.tsx';
import { t } from '../messages/translate.ts';
import type { FormDoor } from '../record/use-form-door.ts';
import { casePath } from './case-form.ts';
import { caseForms, isCaseFormName } from './case-forms.ts';

/** Who answers a つなぎ so has no more part in the case: its page would only say that it is not to be seen. */
const leaving: ReadonlySet<string> = new Set(['decline-handoff', 'advise-on-handoff']);

/** The form that the address names, over the page. */
export function CaseFormDialog({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const { profile, session } = useOffice();
  const navigate = useNavigate();
  const leaves = useRef(false);
  if (door.form === null || !isCaseFormName(door.form)) return null;
  const title = t(`command.${door.form}`);
  const form = caseForms[door.form]({ view, profile, session, target: door.target });
  if (form === null) {
    return (
      <Modal title={title} onClose={door.close}>
        <Banner tone="info" title={t('case.formGone')}>
          {t('case.formGoneDetail')}
        </Banner>
      </Modal>
    );
  }
  const commandOf = (values: FieldValues): string =>
    typeof form.command === 'function' ? form.command(values) : form.command;
  return (
    <Modal title={title} onClose={door.close} wide={form.fields.length > 5}>
      <CommandForm
        key={`${door.form}-${door.target ?? ''}`}
        spec={form}
        path={(values) => {
          leaves.current = leaving.has(commandOf(values));
          return casePath(view.id, commandOf(values));
        }}
        partVersion={form.part === undefined ? undefined : (view.parts[form.part] ?? 0)}
        what={title}
        look={form.look ?? 'primary'}
        {...(form.fields.length === 0 ? { submitLabel: title } : {})}
        {...(form.intro === undefined
          ? {}
          : { intro: <p className="whitespace-pre-wrap rounded-8 bg-solid-gray-50 px-4 py-3">{form.intro}</p> })}
        onDone={() => {
          if (leaves.current) void navigate('/work');
          else door.close();
        }}
        onCancel={door.close}
      />
    </Modal>
  );
}
