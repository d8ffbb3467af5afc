import type { ReactNode } from 'react';
import { useProfile } from '../api/profile-context.tsx';
import { useInvitationPreview } from '../api/queries.ts';
import type { SittingView } from '#libs/views';
import { Banner } from '../components/banner.tsx';
import { CommandForm } from '../components/form/command-form.tsx';
import { Loaded } from '../components/load-state.tsx';
import { Modal } from '../components/modal.tsx';
import { t } from '../messages/translate.ts';
import type { FormDoor } from '../record/use-form-door.ts';
import { ChooseCase } from './choose-case.tsx';
import { isSittingFormName, sittingForms } from './sitting-forms.ts';

/** The form that the address names, over the page. */
export function SittingFormDialog({ view, door }: { readonly view: SittingView; readonly door: FormDoor }): ReactNode {
  const profile = useProfile();
  if (door.form === 'add-item') {
    return (
      <Modal title={t('command.add-item')} onClose={door.close}>
        <ChooseCase view={view} />
      </Modal>
    );
  }
  if (door.form === null || !isSittingFormName(door.form)) return null;
  const title = t(`command.${door.form}`);
  const form = sittingForms[door.form]({ view, profile, target: door.target });
  if (form === null) {
    return (
      <Modal title={title} onClose={door.close}>
        <Banner tone="info" title={t('case.formGone')}>
          {t('case.formGoneDetail')}
        </Banner>
      </Modal>
    );
  }
  return (
    <Modal title={title} onClose={door.close} wide={form.fields.length > 5}>
      <CommandForm
        key={`${door.form}-${door.target ?? ''}`}
        spec={form}
        path={`/api/sittings/${view.id}/${form.command}`}
        partVersion={form.part === undefined ? undefined : (view.parts[form.part] ?? 0)}
        what={title}
        look={form.look ?? 'primary'}
        {...(form.fields.length === 0 || form.command === 'call-sitting' ? { submitLabel: title } : {})}
        {...(form.intro === undefined
          ? {}
          : { intro: <p className="rounded-8 bg-solid-gray-50 px-4 py-3 whitespace-pre-wrap">{form.intro}</p> })}
        {...(form.command === 'call-sitting' ? { aside: () => <MailPreview id={view.id} /> } : {})}
        onDone={door.close}
        onCancel={door.close}
      />
    </Modal>
  );
}

/** The mail as it will go out: neutral, without a word about the case. */
function MailPreview({ id }: { readonly id: string }): ReactNode {
  const preview = useInvitationPreview(id);
  return (
    <section aria-label={t('sitting.preview')} className="grid gap-2">
      <h3 className="font-700">{t('sitting.preview')}</h3>
      <p className="text-solid-gray-700">{t('sitting.previewNote')}</p>
      <Loaded query={preview} lines={2}>
        {({ subject, text }) => (
          <div className="rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-4">
            <p className="font-700">{subject}</p>
            <p className="mt-2 whitespace-pre-wrap">{text}</p>
          </div>
        )}
      </Loaded>
    </section>
  );
}
