import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { useCases } from '../api/queries.ts';
import type { CaseRow } from '#libs/views';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Page } from '../components/page.tsx';
import { PagedList } from '../components/paged-list.tsx';
import { OpenFilter } from '../components/open-filter.tsx';
import { t } from '../messages/translate.ts';
import { BeginButtons } from '../work/begin-buttons.tsx';

export function CaseListPage(): ReactNode {
  const [onlyOpen, setOnlyOpen] = useState(true);
  const cases = useCases(onlyOpen);
  return (
    <Page title={t('caseList.title')} actions={<BeginButtons />}>
      <OpenFilter label={t('caseList.onlyOpen')} value={onlyOpen} onChange={setOnlyOpen} />
      <PagedList query={cases} empty={[t('caseList.empty'), t('caseList.emptyDetail')]}>
        {(rows) => (
          <ul className="card divide-y divide-solid-gray-200">
            {rows.map((row) => (
              <CaseLine key={row.recordId} row={row} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function CaseLine({ row }: { readonly row: CaseRow }): ReactNode {
  const profile = useProfile();
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[7rem_minmax(0,1.2fr)_minmax(0,1.4fr)_minmax(0,1.2fr)]">
      <Link to={`/cases/${row.recordId}`} className="font-700 text-blue-900 underline underline-offset-4 max-md:py-2">
        {row.number}
      </Link>
      <span className="flex flex-wrap items-center gap-2">
        {row.urgent ? <Chip tone="strong">{t('case.urgent')}</Chip> : null}
        <Chip tone="info">{t(`stage.${row.stage}`)}</Chip>
        {row.track === 'none' || row.track === 'ended' ? null : <Chip>{t('case.trackShort')}</Chip>}
      </span>
      <span>
        {agencyName(profile, row.leadAgency)} {row.personInCharge.displayName ?? t('stallCause.personInChargeVacant')}
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {row.stalled && row.cause !== null ? (
          <Chip tone="bad">{t(`stallCause.${row.cause}`)}</Chip>
        ) : row.dueOn === null ? null : (
          <span>
            {t('caseList.nextDue')} <DateText on={row.dueOn} today={profile.today} />
          </span>
        )}
      </span>
    </li>
  );
}
