import type { ReactNode } from 'react';
import { useProfile } from '../api/profile-context.tsx';
import type { ProfileView, UpcomingView } from '#libs/views';
import { DateText } from '../components/date-text.tsx';
import { Section } from '../components/page.tsx';
import { ShortList } from '../components/short-list.tsx';
import { t } from '../messages/translate.ts';
import { upcomingGroups, type UpcomingGroup } from './upcoming-groups.ts';
import { whoText } from './who-text.tsx';

/** What happens next by itself, if nobody does anything. */
export function UpcomingPanel({ upcoming }: { readonly upcoming: readonly UpcomingView[] }): ReactNode {
  const profile = useProfile();
  if (upcoming.length === 0) {
    return (
      <Section id="upcoming" title={t('upcoming.title')}>
        <p>{t('upcoming.none')}</p>
      </Section>
    );
  }
  return (
    <Section id="upcoming" title={t('upcoming.title')} note={t('upcoming.note')}>
      <ShortList items={upcomingGroups(upcoming)} first={5}>
        {(shown) => (
          <ol className="grid gap-3">
            {shown.map((group, index) => (
              <li key={`${group.event.on}-${index}`} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
                <DateText on={group.event.on} today={profile.today} />
                <span>{upcomingWords(group, profile)}</span>
              </li>
            ))}
          </ol>
        )}
      </ShortList>
    </Section>
  );
}

function upcomingWords({ event, holders }: UpcomingGroup, profile: ProfileView): string {
  const { step, kind, holder } = event;
  const who = holders > 1 ? t('upcoming.several', { count: holders }) : whoText(profile, holder);
  return t(`upcoming.${step}`, { thing: t(`obligation.${kind}`), who });
}
