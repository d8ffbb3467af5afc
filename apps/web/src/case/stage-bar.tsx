import type { ReactNode } from 'react';
import type { Stage } from '#libs/domain';
import type { CaseView } from '#libs/views';
import { classNames } from '../components/class-names.ts';
import { Fact, Facts } from '../components/facts.tsx';
import { t } from '../messages/translate.ts';
import { mainStages, standingOf } from './stage-order.ts';
import { mainLineText, trackText } from './who-is-on-it.ts';

const looks = {
  past: 'bg-blue-100 text-blue-1200',
  now: 'bg-blue-900 font-700 text-white',
  ahead: 'bg-solid-gray-50 text-solid-gray-700',
} as const;

/** The main stages in order, and 支援会議での検討 beside them: whoever is on it stands there by name. */
export function StageBar({ view }: { readonly view: CaseView }): ReactNode {
  const off = view.stage === 'interrupted' || view.stage === 'advised';
  return (
    <section aria-label={t('case.standing')} className="card print-whole grid gap-4 p-4 md:p-5">
      <ol className="flex flex-wrap gap-1">
        {mainStages.map((stage) => (
          <StageStep key={stage} stage={stage} view={view} />
        ))}
      </ol>
      {view.stage === 'accepted' && view.persons.every(({ track }) => track !== 'main') ? (
        <p>{t('case.firstConsent')}</p>
      ) : null}
      {off ? <p>{t('case.offMainLine', { stage: t(`stage.${view.stage}`) })}</p> : null}
      <Facts>
        <Fact label={t('case.mainLine')}>{mainLineText(view)}</Fact>
        <Fact label={t('case.track')}>{trackText(view)}</Fact>
      </Facts>
    </section>
  );
}

function StageStep({ stage, view }: { readonly stage: Stage; readonly view: CaseView }): ReactNode {
  const standing = standingOf(stage, view.stage, view.passed);
  return (
    <li
      aria-current={standing === 'now' ? 'step' : undefined}
      className={classNames(
        'flex min-h-11 items-center justify-center rounded-4 px-2.5 py-1.5 text-center text-dns-16N-130 max-md:grow',
        looks[standing],
      )}
    >
      {t(`stage.${stage}`)}
      {standing === 'past' ? <span className="sr-only">{t('case.stagePast')}</span> : null}
    </li>
  );
}
