import type { ReactNode } from 'react';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import type { NoticeView } from '#libs/views';
import { Chip, type Tone } from '../components/chip.tsx';
import { InstantText } from '../components/date-text.tsx';
import { Section } from '../components/page.tsx';
import { ShortList } from '../components/short-list.tsx';
import { t } from '../messages/translate.ts';

const tones: Readonly<Record<NoticeView['state'], Tone>> = {
  queued: 'info',
  sent: 'good',
  failed: 'bad',
  phone: 'warn',
  superseded: 'neutral',
};

/** What was sent to whom, and whether it arrived. */
export function NoticePanel({ notices }: { readonly notices: readonly NoticeView[] }): ReactNode {
  const profile = useProfile();
  if (notices.length === 0) return null;
  return (
    <Section title={t('notices.title')}>
      <ShortList items={notices.toReversed()} first={5}>
        {(shown) => (
          <ul className="grid gap-3">
            {shown.map((notice) => (
              <li key={notice.key} className="grid gap-1 border-b border-solid-gray-100 pb-3 last:border-b-0 last:pb-0">
                <span className="flex flex-wrap items-center justify-between gap-2">
                  {t(`noticeKind.${notice.kind}`)}
                  <Chip tone={tones[notice.state]}>{t(`delivery.${notice.state}`)}</Chip>
                </span>
                <span className="text-solid-gray-700">
                  {agencyName(profile, notice.recipient.agency)} <InstantText at={notice.at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </ShortList>
    </Section>
  );
}
