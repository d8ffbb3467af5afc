import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useProfile } from '../api/profile-context.tsx';
import type { ObligationView, ProfileView, UpcomingView } from '#libs/views';
import { DateText } from '../components/date-text.tsx';
import { Section } from '../components/page.tsx';
import { ShortList } from '../components/short-list.tsx';
import { t } from '../messages/translate.ts';
import { upcomingGroups, upcomingLines, type UpcomingLine } from './upcoming-groups.ts';
import { whoText } from './who-text.ts';

interface UpcomingPanelProps {
  readonly upcoming: readonly UpcomingView[];
  readonly obligations: readonly ObligationView[];
}

/** What happens next by itself, if nobody does anything, and what is only waited for. */
export function UpcomingPanel({ upcoming, obligations }: UpcomingPanelProps): ReactNode {
  const profile = useProfile();
  const lines = upcomingLines(upcomingGroups(upcoming), obligations);
  if (lines.length === 0) {
    return (
      <Section folds id="upcoming" title={t('upcoming.title')}>
        <p>{t('upcoming.none')}</p>
      </Section>
    );
  }
  return (
    <Section folds id="upcoming" title={t('upcoming.title')} note={t('upcoming.note')}>
      <ShortList items={lines} first={5}>
        {(shown) => (
          <ol className="grid gap-3">
            {shown.map((line, index) => (
              <li key={`${line.on}-${index}`} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
                <DateText on={line.on} today={profile.today} />
                <span>{lineText(line, profile)}</span>
              </li>
            ))}
          </ol>
        )}
      </ShortList>
    </Section>
  );
}

function lineText({ waiting, group }: UpcomingLine, profile: ProfileView): ReactNode {
  if (waiting !== undefined) {
    const { kind, about } = waiting;
    return kind === 'sitting-awaited' && about !== null ? (
      <Link to={`/sittings/${about}`} className="text-blue-900 underline underline-offset-4">
        {t(`obligation.${kind}`)}
      </Link>
    ) : (
      t(`obligation.${kind}`)
    );
  }
  const { event, holders } = group;
  const { step, kind, holder } = event;
  const who = holders > 1 ? t('upcoming.several', { count: holders }) : whoText(profile, holder);
  return t(`upcoming.${step}`, { thing: t(`obligation.${kind}`), who });
}
