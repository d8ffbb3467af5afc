import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CommandAnswer, DraftView } from '#libs/views';
import { readDraft } from '../../draft/draft-content.ts';
import type { DraftOf } from '../../draft/draft-place.ts';
import { useDrafts, useDraftState } from '../../draft/drafts-context.tsx';
import { t } from '../../messages/translate.ts';
import { useAnnounce } from '../announcer.tsx';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { LoadError, Skeleton } from '../load-state.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DraftNote, DraftRestored } from './draft-note.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldValues } from './field-spec.ts';
import { FormFields } from './form-field.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { useCommandForm, type CommandFormSpec } from './use-command-form.ts';
import { useDraftBefore, useDraftKeeping } from './use-kept-draft.ts';
import { useLeaveGuard, useLeaveQuestion } from './use-leave-guard.ts';

interface CommandFormProps {
  readonly spec: CommandFormSpec;
  /** Under which name what was typed is kept until it is sent. */
  readonly draft: DraftOf;
  /** Where it is sent; with several ways to answer, by what was filled in. */
  readonly path: string | ((values: FieldValues) => string);
  /** Version of the part that the form changes, as it was seen; none for commands that begin a record. */
  readonly partVersion?: number | undefined;
  /** What is said when it was sent: 返事を送りました. */
  readonly done: string;
  readonly submitLabel?: string;
  readonly look?: 'primary' | 'danger';
  readonly intro?: ReactNode;
  /** The first question has the focus at once. */
  readonly focusFirst?: boolean;
  /** Below the fields, from what was filled in so far. */
  readonly aside?: (values: FieldValues) => ReactNode;
  /** Why it cannot be sent as the record is now; nothing when it can. */
  readonly impossible?: (values: FieldValues) => string | undefined;
  readonly onDone: (answer: CommandAnswer) => void;
  readonly onCancel?: () => void;
}

/** The one way a command is given: what was typed before, fields, errors, conflict, sending, result. Nothing that was typed is lost. */
export function CommandForm(props: CommandFormProps): ReactNode {
  const [round, setRound] = useState(0);
  return (
    <WithDraft
      key={`${props.draft.place}-${round}`}
      {...props}
      onAnew={() => {
        setRound((n) => n + 1);
      }}
    />
  );
}

interface WithDraftProps extends CommandFormProps {
  /** The draft was thrown away: the form begins again. */
  readonly onAnew: () => void;
}

function WithDraft(props: WithDraftProps): ReactNode {
  const start = useDraftBefore(props.draft.place);
  if (start.kind === 'reading') return <Skeleton lines={3} />;
  if (start.kind === 'failed') return <LoadError error={start.error} onRetry={start.again} />;
  return <BegunForm {...props} before={start.draft} />;
}

function BegunForm({
  spec,
  draft,
  path,
  partVersion,
  done,
  submitLabel,
  look = 'primary',
  intro,
  focusFirst = false,
  aside,
  impossible,
  onDone,
  onCancel,
  onAnew,
  before,
}: WithDraftProps & { readonly before: DraftView }): ReactNode {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const drafts = useDrafts();
  const [restored] = useState(() => readDraft(before.content, spec.initial));
  const guard = useLeaveGuard();
  const forget = (): void => {
    guard.letGo();
    drafts.remove(draft.place);
    void queries.invalidateQueries({ queryKey: ['drafts'] });
  };
  const form = useCommandForm(
    spec,
    path,
    partVersion,
    (answer) => {
      forget();
      announce(done);
      void queries.invalidateQueries();
      onDone(answer);
    },
    restored,
  );
  const blocker = useLeaveQuestion(guard, form.typed);
  useDraftKeeping(draft, form.draft, form.typed, restored !== undefined);
  // What may be sent is judged by the record as it is now.
  const isConflict = form.conflict !== null;
  useEffect(() => {
    if (isConflict) void queries.invalidateQueries();
  }, [isConflict, queries]);
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focusFirst) fields.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
  }, [focusFirst]);
  return (
    <form
      ref={fields}
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      {intro}
      {restored === undefined || !form.typed ? null : (
        <DraftRestored
          savedAtMs={before.savedAtMs}
          onAnew={() => {
            forget();
            onAnew();
          }}
        />
      )}
      {form.trouble === null ? null : <ErrorSummary formId={form.formId} {...form.trouble} />}
      {form.overrides ? <Banner tone="info" role="status" title={t('conflict.ready')} /> : null}
      {form.conflict === null ? null : (
        <ConflictPanel
          conflict={form.conflict}
          fields={spec.fields}
          impossible={impossible?.(form.values)}
          onGoOn={form.goOn}
          onKeep={
            onCancel &&
            (() => {
              guard.letGo();
              void drafts.flush();
              onCancel();
            })
          }
          onDrop={() => {
            forget();
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
      <div className="flex flex-wrap items-center gap-3 border-t border-solid-gray-200 pt-4">
        <Button type="submit" look={look} waiting={form.sending || form.conflict !== null} className="min-w-40">
          {form.sending ? t('form.sending') : (submitLabel ?? t('form.send'))}
        </Button>
        {onCancel === undefined ? null : (
          <Button look="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        )}
        {form.typed ? <DraftNote place={draft.place} /> : null}
      </div>
      {blocker.state === 'blocked' ? (
        <Leaving
          place={draft.place}
          onStay={blocker.reset}
          onGo={(keep) => {
            if (keep) void drafts.flush().then(async () => queries.invalidateQueries({ queryKey: ['drafts'] }));
            else forget();
            blocker.proceed();
          }}
        />
      ) : null}
    </form>
  );
}

function Leaving({
  place,
  onStay,
  onGo,
}: {
  readonly place: string;
  readonly onStay: () => void;
  readonly onGo: (keep: boolean) => void;
}): ReactNode {
  return (
    <LeaveQuestion
      draft={useDraftState(place)}
      onStay={onStay}
      onKeep={() => {
        onGo(true);
      }}
      onDiscard={() => {
        onGo(false);
      }}
    />
  );
}
