import { useEffect, useRef, type ReactNode } from 'react';
import { useProfile } from '../../api/profile-context.tsx';
import type { Conflict } from '#libs/views';
import { labelOf, t } from '../../messages/translate.ts';
import { Button } from '../button.tsx';
import { conflictChoice } from './conflict-choice.ts';
import { conflictRows } from './conflict-rows.ts';
import type { FieldSpec } from './field-spec.ts';

interface ConflictPanelProps {
  readonly conflict: Conflict;
  /** Of the form, which may ask for something else under the same name: 撤回する機関, not 伝えてよい機関. */
  readonly fields: readonly FieldSpec[];
  /** Why sending would be refused as the record is now; nothing when it can succeed. */
  readonly impossible: string | undefined;
  readonly onGoOn: () => void;
  /** What was typed stays as a draft. */
  readonly onKeep?: (() => void) | undefined;
  readonly onDrop: () => void;
}

/** Somebody else was first: both texts side by side, and the choice between what can succeed. Takes the focus when it appears. */
export function ConflictPanel({ conflict, fields, impossible, onGoOn, onKeep, onDrop }: ConflictPanelProps): ReactNode {
  const profile = useProfile();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const names = new Map([
    ...profile.agencies.map(({ code, name }) => [code, name] as const),
    ...profile.people.map(({ membershipId, displayName }) => [membershipId, displayName] as const),
  ]);
  const rows = conflictRows(conflict, names);
  const choice = conflictChoice(conflict, impossible);
  const titleOfSubmitted = (field: string): string => {
    const label = fields.find(({ name }) => name === field)?.label ?? labelOf('field', field);
    return label === labelOf('field', field) ? t('conflict.submitted') : t('conflict.submittedAs', { label });
  };
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="grid gap-4 rounded-8 border border-l-8 border-yellow-700 bg-yellow-50 p-4"
    >
      <div>
        <p className="text-std-17B-170">{t('conflict.title')}</p>
        <p className="mt-1">{choice.intro}</p>
      </div>
      {rows.length === 0 ? null : (
        <dl className="grid gap-4">
          {rows.map((row) => (
            <div key={row.field} className="grid gap-2 border-t border-yellow-700 pt-3">
              <dt className="font-700">
                {labelOf('field', row.field) === '―' ? t('conflict.field') : labelOf('field', row.field)}
              </dt>
              <dd className="grid gap-3 sm:grid-cols-2">
                <Version
                  title={t('conflict.current')}
                  text={conflict.current === undefined ? t('text.masked') : row.current}
                />
                <Version title={titleOfSubmitted(row.field)} text={row.submitted} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="flex flex-wrap gap-3">
        {choice.goesOn ? (
          <Button onClick={onGoOn}>{t('conflict.goOn')}</Button>
        ) : onKeep === undefined ? null : (
          <Button onClick={onKeep}>{t('leave.keep')}</Button>
        )}
        <Button look="quiet" onClick={onDrop}>
          {t('conflict.drop')}
        </Button>
      </div>
      {choice.hint === undefined ? null : <p className="text-solid-gray-800">{choice.hint}</p>}
    </div>
  );
}

function Version({ title, text }: { readonly title: string; readonly text: string | null }): ReactNode {
  return (
    <div className="min-w-0 rounded-8 border border-solid-gray-300 bg-white p-3">
      <p className="text-solid-gray-700">{title}</p>
      <p className="whitespace-pre-wrap">
        {text === null ? t('conflict.absent') : text === '' ? t('conflict.empty') : text}
      </p>
    </div>
  );
}
