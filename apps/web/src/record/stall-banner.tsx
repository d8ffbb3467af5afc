import type { ReactNode } from 'react';
import { useProfile } from '../api/profile-context.tsx';
import type { StallView } from '#libs/views';
import { Banner } from '../components/banner.tsx';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { whoText } from './who-text.ts';

/** Why it stands still, since when, and who can move it. Nothing while it is moving. */
export function StallBanner({ stall }: { readonly stall: StallView | null }): ReactNode {
  const profile = useProfile();
  if (stall === null || !stall.stalled) return null;
  return (
    <Banner tone="bad" title={t('stall.title', { cause: t(`stallCause.${stall.cause}`) })}>
      <p>
        {t('stall.age', { days: stall.openDays, since: shortDate(stall.since, profile.today) })}
        {stall.openDaysPastDue > 0 ? t('stall.pastDue', { days: stall.openDaysPastDue }) : ''}
      </p>
      {stall.holder === null ? null : (
        <p>{t('stall.mover', { who: whoText(profile, stall.holder, stall.holderName) })}</p>
      )}
    </Banner>
  );
}
