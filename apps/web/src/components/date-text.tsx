import type { ReactNode } from 'react';
import { fullDate, instantText, shortDate } from '../messages/dates.ts';

/** '11月20日(金)', or with `full` '令和8年11月20日(金)'. */
export function DateText({
  on,
  full = false,
  today,
}: {
  readonly on: string;
  readonly full?: boolean;
  readonly today?: string;
}): ReactNode {
  return (
    <time dateTime={on} className="text-nowrap">
      {full ? fullDate(on) : shortDate(on, today)}
    </time>
  );
}

/** '11月20日(金) 13:30' of an ISO instant, in Asia/Tokyo. */
export function InstantText({ at }: { readonly at: string }): ReactNode {
  return (
    <time dateTime={at} className="text-nowrap">
      {instantText(at)}
    </time>
  );
}
