import type { ReactNode } from 'react';
import type { RecordView } from '#libs/views';
import { useProfile } from '../api/profile-context.tsx';
import { Button } from '../components/button.tsx';
import { Section } from '../components/page.tsx';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { CallLine } from './call-line.tsx';
import { callee, formOfCall } from './call-words.ts';
import type { FormDoor } from './use-form-door.ts';

/** What no mail carries: the secretariat says it by phone, and records that it did. */
export function CallPanel({
  view,
  title,
  door,
}: {
  readonly view: Pick<RecordView, 'calls' | 'obligations' | 'allowed'>;
  readonly title: string | null;
  readonly door: FormDoor;
}): ReactNode {
  const profile = useProfile();
  if (view.calls.length === 0) return null;
  const dueOn = (id: string): string | undefined =>
    view.obligations.find(({ kind, about }) => about === id && (kind === 'phone-message' || kind === 'phone-task'))
      ?.dueOn;
  return (
    <Section id="calls" title={t('phone.title')} note={t('phone.note')}>
      <ul className="grid gap-4">
        {view.calls.map((call) => {
          const form = formOfCall(call);
          const on = dueOn(call.id);
          return (
            <li key={call.id} className="grid gap-2 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0">
              {on === undefined ? null : <p>{t('phone.until', { on: shortDate(on, profile.today) })}</p>}
              <CallLine call={call} title={title} />
              {view.allowed.includes(form) ? (
                <Button
                  className="no-print justify-self-start"
                  aria-label={`${t(form === 'finish-call' ? 'phone.done' : 'phone.askReply')}(${callee(call, profile)})`}
                  onClick={() => {
                    door.open(form, call.id);
                  }}
                >
                  {t(form === 'finish-call' ? 'phone.done' : 'phone.askReply')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
