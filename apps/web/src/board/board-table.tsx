import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BoardRow } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { Chip } from '../components/chip.tsx';
import { classNames } from '../components/class-names.ts';
import { DateText } from '../components/date-text.tsx';
import { shortDate } from '../messages/dates.ts';
import { labelOf, t } from '../messages/translate.ts';
import { recordPage, stageWords } from '../record/record-page.ts';
import { whoText } from '../record/who-text.tsx';

const columns = ['number', 'stage', 'cause', 'age', 'who', 'next'] as const;

/** One row a record. On a phone each row becomes a card with its labels; the roles keep it a table for screen readers. */
export function BoardTable({ rows }: { readonly rows: readonly BoardRow[] }): ReactNode {
  return (
    <table role="table" className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{t('board.caption')}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b-2 border-solid-gray-600">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col" className="px-3 py-2 align-bottom font-700">
              {t(`board.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:grid max-md:gap-3">
        {rows.map((row) => (
          <BoardLine key={row.recordId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function BoardLine({ row }: { readonly row: BoardRow }): ReactNode {
  const profile = useProfile();
  return (
    <tr
      role="row"
      className="border-b border-solid-gray-200 max-md:grid max-md:gap-1 max-md:rounded-8 max-md:border max-md:p-4"
    >
      <td role="cell" className="px-3 py-3 align-top max-md:p-0">
        <span className="grid justify-items-start gap-1 max-md:flex max-md:flex-wrap max-md:items-center">
          {row.urgent ? <Chip tone="strong">{t('case.urgent')}</Chip> : null}
          <Link
            to={recordPage(row.kind, row.recordId)}
            className={classNames(
              'text-std-17B-170 text-blue-900 underline underline-offset-4',
              row.title === null && 'text-nowrap',
            )}
          >
            {row.title ?? row.number}
          </Link>
        </span>
      </td>
      <Cell label={t('board.stageShort')}>
        <span className="grid gap-1">
          {labelOf(stageWords[row.kind], row.stage)}
          {row.track === null || row.track === 'none' || row.track === 'ended' ? null : (
            <span className="text-solid-gray-700">{t('case.trackShort')}</span>
          )}
          {row.leadAgency === null ? null : (
            <span className="text-solid-gray-700">{agencyName(profile, row.leadAgency)}</span>
          )}
        </span>
      </Cell>
      <Cell label={t('board.cause')}>
        {row.stalled && row.cause !== null ? (
          <Chip tone={row.cause === 'personInChargeVacant' || row.cause === 'noObligation' ? 'strong' : 'bad'}>
            {t(`stallCause.${row.cause}`)}
          </Chip>
        ) : (
          <Chip tone={row.late ? 'warn' : 'good'}>{t(row.late ? 'board.late' : 'board.moving')}</Chip>
        )}
      </Cell>
      <Cell label={t('board.age')}>
        <Age row={row} />
      </Cell>
      <Cell label={t('board.who')}>
        {row.who === null ? t('text.unknown') : whoText(profile, row.who, row.who.name)}
      </Cell>
      <Cell label={t('board.next')} strong>
        {row.nextStepCode === null ? t('text.unknown') : labelOf('obligation', row.nextStepCode)}
        {row.dueOn === null ? null : (
          <span className="block font-400 text-solid-gray-700">
            {t('owed.until')} <DateText on={row.dueOn} today={profile.today} />
          </span>
        )}
      </Cell>
    </tr>
  );
}

function Age({ row }: { readonly row: BoardRow }): ReactNode {
  const profile = useProfile();
  const past = row.openDaysPastDue ?? 0;
  const pastDue =
    past > 0 ? <span className="text-nowrap text-red-1000">{t('board.pastDue', { days: past })}</span> : null;
  if (row.late) return pastDue ?? t('board.noAge');
  if (!row.stalled || row.openDays === null) return t('board.noAge');
  return (
    <span className="inline-grid">
      <span className="font-700 text-nowrap">{t('board.openDays', { days: row.openDays })}</span>
      {row.since === null ? null : (
        <span className="text-nowrap text-solid-gray-700">
          {t('board.since', { on: shortDate(row.since, profile.today) })}
        </span>
      )}
      {pastDue}
    </span>
  );
}

function Cell({
  label,
  strong = false,
  children,
}: {
  readonly label: string;
  readonly strong?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <td
      role="cell"
      className={classNames(
        'px-3 py-3 align-top max-md:grid max-md:grid-cols-[6rem_minmax(0,1fr)] max-md:gap-2 max-md:p-0',
        strong && 'md:font-700',
      )}
    >
      <span aria-hidden="true" className="text-solid-gray-700 md:hidden">
        {label}
      </span>
      <span className="min-w-0">{children}</span>
    </td>
  );
}
