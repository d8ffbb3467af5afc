import type { ReactNode } from 'react';
import { t } from '../messages/translate.ts';

/** Label and value, one beneath the other on a phone, side by side on a desk. */
export function Facts({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className="grid gap-x-6 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-2">{children}</dl>;
}

/** `printed`: whether it is on paper, too. */
export function Fact({
  label,
  printed = true,
  children,
}: {
  readonly label: string;
  readonly printed?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={printed ? 'contents' : 'no-print contents'}>
      <dt className="text-solid-gray-700 max-sm:[div:not(:first-child)>&]:mt-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** A text about people: its words, or why they are not there. */
export function PersonalText({
  text,
  masked,
}: {
  readonly text: string | null | undefined;
  readonly masked?: boolean | undefined;
}): ReactNode {
  if (text !== null && text !== undefined && text !== '') return <span className="whitespace-pre-wrap">{text}</span>;
  return <span className="text-solid-gray-700">{masked === true ? t('text.masked') : t('text.none')}</span>;
}
