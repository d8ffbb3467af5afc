import type { ReactNode } from 'react';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import type { NoticeView, Page } from '#libs/views';
import { Chip, type Tone } from '../components/chip.tsx';
import { InstantText } from '../components/date-text.tsx';
import { useOlder } from '../components/older.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';

const tones: Readonly<Record<NoticeView['state'], Tone>> = {
  queued: 'info',
  sent: 'good',
  failed: 'bad',
  phone: 'warn',
  superseded: 'neutral',
};

interface NoticePanelProps {
  /** Of the record in the API. */
  readonly address: string;
  readonly notices: Page<NoticeView>;
}

/** What was sent to whom, and whether it arrived. */
export function NoticePanel({ address, notices: first }: NoticePanelProps): ReactNode {
  const profile = useProfile();
  const { pages, more } = useOlder<Page<NoticeView>>(`${address}/notices`, first.next);
  const notices = [first, ...pages].flatMap(({ items }) => items);
  if (notices.length === 0) return null;
  return (
    <Section folds title={t('notices.title')}>
      <ul className="print-end grid gap-3">
        {notices.map((notice) => (
          <li
            key={notice.key}
            className="grid gap-1 border-b border-solid-gray-100 pb-3 last:border-b-0 last:pb-0 print:grid-cols-[3fr_2fr] print:pb-0"
          >
            <span className="flex flex-wrap items-center justify-between gap-2">
              {t(`noticeKind.${notice.kind}`)}
              <Chip tone={tones[notice.state]}>{t(`delivery.${notice.state}`)}</Chip>
            </span>
            <span className="text-solid-gray-700">
              {agencyName(profile, notice.recipient.agency)} <InstantText at={notice.at} today={profile.today} />
            </span>
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}
