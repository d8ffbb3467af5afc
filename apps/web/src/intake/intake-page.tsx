import { useMemo, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useOffice } from '../api/profile-context.tsx';
import { CommandForm } from '../components/form/command-form.tsx';
import { placeOfPage } from '../draft/draft-place.ts';
import { Page } from '../components/page.tsx';
import { doneWords } from '../messages/done-words.ts';
import { t } from '../messages/translate.ts';
import { intakeForm } from './intake-form.ts';

/** 相談受付: begins a case. */
export function IntakePage(): ReactNode {
  const { profile, session } = useOffice();
  const navigate = useNavigate();
  const spec = useMemo(() => intakeForm(profile, session), [profile, session]);
  return (
    <Page
      title={t('intake.title')}
      lead={
        <p>
          {t('intake.lead')}
          <br />
          <Link to="/cases/advice" className="text-blue-900 underline underline-offset-4">
            {t('intake.adviceInstead')}
          </Link>
        </p>
      }
    >
      <div className="max-w-3xl">
        <CommandForm
          spec={spec}
          draft={{ place: placeOfPage('/cases/new'), title: t('intake.title') }}
          path="/api/cases"
          done={doneWords('open-case', t('command.open-case'))}
          submitLabel={t('intake.submit')}
          onDone={({ id }) => void navigate(id === undefined ? '/cases' : `/cases/${id}`)}
          onCancel={() => void navigate(-1)}
        />
      </div>
    </Page>
  );
}
