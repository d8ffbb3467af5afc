import type { ReactNode } from 'react';
import { useHolidayUnknown } from '../api/profile-context.tsx';
import { t } from '../messages/translate.ts';
import { fullDate, instantText, shortDate } from '../messages/dates.ts';

/** '11月20日(金)', or with `full` '令和8年11月20日(金)'; marked where its 祝日 are not known yet (R56). */
export function DateText({
  on,
  full = false,
  today,
}: {
  readonly on: string;
  readonly full?: boolean;
  readonly today?: string;
}): ReactNode {
  const mayBeHoliday = useHolidayUnknown()(on);
  return (
    <time dateTime={on}>
      <Unbroken date={full ? fullDate(on) : shortDate(on, today)} />
      {mayBeHoliday ? (
        <abbr title={t('date.holidaysUnknown')} className="no-underline">
          <span aria-hidden="true">※</span>
          <span className="sr-only">{t('date.holidaysUnknownShort')}</span>
        </abbr>
      ) : null}
    </time>
  );
}

/** '11月20日(金) 13:30' of an ISO instant, in Asia/Tokyo; with the era year when it lies in another year than `today`. */
export function InstantText({ at, today }: { readonly at: string; readonly today?: string }): ReactNode {
  const [date = '', time = ''] = instantText(at, today).split(' ');
  return (
    <time dateTime={at}>
      <Unbroken date={date} /> {time}
    </time>
  );
}

/** A date breaks, where the line is too short for it, only behind the era year. */
function Unbroken({ date }: { readonly date: string }): ReactNode {
  const day = date.slice(date.indexOf('年') + 1);
  const year = date.slice(0, date.length - day.length);
  return (
    <>
      {year === '' ? null : (
        <>
          <span className="text-nowrap">{year}</span>
          <wbr />
        </>
      )}
      <span className="text-nowrap">{day}</span>
    </>
  );
}
