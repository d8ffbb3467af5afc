import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CommandAnswer } from '#libs/views';
import { t } from '../../messages/translate.ts';
import { useAnnounce } from '../announcer.tsx';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldValues } from './field-spec.ts';
import { FormFields } from './form-field.tsx';
import { useCommandForm, type CommandFormSpec } from './use-command-form.ts';

interface CommandFormProps {
  readonly spec: CommandFormSpec;
  /** Where it is sent; with several ways to answer, by what was filled in. */
  readonly path: string | ((values: FieldValues) => string);
  /** Version of the part that the form changes, as it was seen; none for commands that begin a record. */
  readonly partVersion?: number | undefined;
  /** What was done, for the announcement. */
  readonly what: string;
  readonly submitLabel?: string;
  readonly look?: 'primary' | 'danger';
  readonly intro?: ReactNode;
  /** Below the fields, from what was filled in so far. */
  readonly aside?: (values: FieldValues) => ReactNode;
  readonly onDone: (answer: CommandAnswer) => void;
  readonly onCancel?: () => void;
}

/** The one way a command is given: fields, errors, conflict, sending, result. */
export function CommandForm({
  spec,
  path,
  partVersion,
  what,
  submitLabel,
  look = 'primary',
  intro,
  aside,
  onDone,
  onCancel,
}: CommandFormProps): ReactNode {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const form = useCommandForm(spec, path, partVersion, (answer) => {
    announce(t('form.doneWhat', { what }));
    void queries.invalidateQueries();
    onDone(answer);
  });
  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      {intro}
      {form.trouble === null ? null : <ErrorSummary formId={form.formId} {...form.trouble} />}
      {form.overrides ? <Banner tone="info" role="status" title={t('conflict.ready')} /> : null}
      {form.conflict === null ? null : (
        <ConflictPanel
          conflict={form.conflict}
          fields={spec.fields}
          onGoOn={form.goOn}
          onDrop={() => {
            void queries.invalidateQueries();
            onCancel?.();
          }}
        />
      )}
      <FormFields
        formId={form.formId}
        fields={spec.fields}
        values={form.values}
        errors={form.trouble?.errors ?? []}
        onChange={form.change}
      />
      {aside?.(form.values)}
      <div className="flex flex-wrap gap-3 border-t border-solid-gray-200 pt-4">
        <Button type="submit" look={look} waiting={form.sending || form.conflict !== null} className="min-w-40">
          {form.sending ? t('form.sending') : (submitLabel ?? t('form.send'))}
        </Button>
        {onCancel === undefined ? null : (
          <Button look="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
