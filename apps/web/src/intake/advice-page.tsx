import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useOffice } from '../api/profile-context.tsx';
import { Banner } from '../components/banner.tsx';
import { CommandForm } from '../components/form/command-form.tsx';
import { placeOfPage } from '../draft/draft-place.ts';
import { Page } from '../components/page.tsx';
import { doneWords } from '../messages/done-words.ts';
import { t } from '../messages/translate.ts';
import { adviceForm } from './intake-form.ts';

interface Recorded {
  readonly times: number;
  readonly id: string | undefined;
}

/** 助言・後方支援 in half a minute; after one the form is empty for the next, its first question has the focus: no hand has to leave the keys. */
export function AdvicePage(): ReactNode {
  const { profile, session } = useOffice();
  const [recorded, setRecorded] = useState<Recorded>({ times: 0, id: undefined });
  const spec = useMemo(() => adviceForm(profile, session), [profile, session]);
  return (
    <Page title={t('advice.title')} lead={<p>{t('advice.lead')}</p>}>
      <div className="grid max-w-3xl gap-6">
        {recorded.times === 0 ? null : (
          <Banner tone="good" title={t('advice.recorded')}>
            {recorded.id === undefined ? null : (
              <Link to={`/cases/${recorded.id}`} className="text-blue-900 underline underline-offset-4">
                {t('advice.see')}
              </Link>
            )}
          </Banner>
        )}
        <CommandForm
          key={recorded.times}
          spec={spec}
          draft={{ place: placeOfPage('/cases/advice'), title: t('advice.title') }}
          focusFirst
          path="/api/cases/advice"
          done={doneWords('record-advice-only', t('command.record-advice-only'))}
          submitLabel={t('advice.submit')}
          onDone={({ id }) => {
            setRecorded(({ times }) => ({ times: times + 1, id }));
          }}
        />
      </div>
    </Page>
  );
}
