import type { ReactNode } from 'react';
import type { NotAllowed } from '#libs/views';
import { labelOf, t } from '../messages/translate.ts';

/** What cannot be done now, each with its reason, in the place where one would look for it. */
export function BlockedList({
  notAllowed,
  only,
}: {
  readonly notAllowed: readonly NotAllowed[];
  readonly only: readonly NotAllowed['command'][];
}): ReactNode {
  const shown = notAllowed.filter(({ command, detail }) => only.includes(command) && detail !== '');
  if (shown.length === 0) return null;
  return (
    <details className="no-print mt-4 border-t border-solid-gray-200 pt-1">
      <summary className="py-2.5 text-blue-900 underline underline-offset-4">
        {t('blocked.title', { count: shown.length })}
      </summary>
      <dl className="mt-3 grid gap-2">
        {shown.map(({ command, detail }) => (
          <div key={command} className="grid gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <dt>{labelOf('command', command)}</dt>
            <dd className="text-solid-gray-800">{detail}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
