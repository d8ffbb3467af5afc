import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type BannerTone = 'info' | 'good' | 'warn' | 'bad';

const tones: Record<BannerTone, string> = {
  info: 'border-blue-900 bg-blue-50',
  good: 'border-green-800 bg-green-50',
  warn: 'border-yellow-700 bg-yellow-50',
  bad: 'border-red-900 bg-red-50',
};

interface BannerProps {
  readonly tone: BannerTone;
  readonly title: string;
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}

/** A message that stands out of its page: what is the matter, and what to do. */
export function Banner({ tone, title, role, children }: BannerProps): ReactNode {
  return (
    <div role={role} className={classNames('rounded-8 border border-l-8 px-4 py-3', tones[tone])}>
      <p className="text-std-17B-170">{title}</p>
      {children === undefined ? null : <div className="mt-1">{children}</div>}
    </div>
  );
}
