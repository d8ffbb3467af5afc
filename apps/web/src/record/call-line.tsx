import type { ReactNode } from 'react';
import type { CallView } from '#libs/views';
import { useProfile } from '../api/profile-context.tsx';
import { t } from '../messages/translate.ts';
import { callee, whatToSay } from './call-words.ts';

/** Whom, under which number, and what to say. */
export function CallLine({ call, title }: { readonly call: CallView; readonly title: string | null }): ReactNode {
  const profile = useProfile();
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-700">{callee(call, profile)}</span>
        {call.phone === null ? (
          <span className="text-solid-gray-700">{t('phone.noNumber')}</span>
        ) : (
          <a
            href={`tel:${call.phone}`}
            className="inline-flex min-h-11 items-center text-blue-900 underline underline-offset-4 print:min-h-0"
          >
            {t('phone.number', { phone: call.phone })}
          </a>
        )}
      </p>
      <p>{whatToSay(call, title, profile)}</p>
    </div>
  );
}
