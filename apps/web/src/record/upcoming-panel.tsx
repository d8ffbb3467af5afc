import type { ReactNode } from 'react';
import { useProfile } from '../api/profile-context.tsx';
import type { Profile } from '../api/session.ts';
import type { UpcomingView } from '../api/standing-views.ts';
import { DateText } from '../components/date-text.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { whoText } from './who-text.tsx';

/** What happens next by itself, if nobody does anything. */
export function UpcomingPanel({ upcoming }: { readonly upcoming: readonly UpcomingView[] }): ReactNode {
  const profile = useProfile();
  return (
    <Section id="upcoming" title={t('upcoming.title')} note={t('upcoming.note')}>
      {upcoming.length === 0 ? (
        <p>{t('upcoming.none')}</p>
      ) : (
        <ol className="grid gap-2">
          {upcoming.map((event, index) => (
            <li key={`${event.on}-${index}`} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
              <DateText on={event.on} today={profile.today} />
              <span>{upcomingWords(event, profile)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function upcomingWords({ what, step, kind, holder }: UpcomingView, profile: Profile): string {
  if (what !== undefined && what !== '') return what;
  const thing = kind === undefined ? t('upcoming.something') : t(`obligation.${kind}`);
  const who = holder === undefined ? '' : whoText(profile, holder);
  return step === undefined || step === 'due'
    ? t('upcoming.due', { thing, who })
    : t(`upcoming.${step}`, { thing, who });
}
