import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad' | 'strong';

const tones: Record<Tone, string> = {
  neutral: 'border-solid-gray-420 bg-white text-solid-gray-800',
  info: 'border-blue-300 bg-blue-50 text-blue-1000',
  good: 'border-green-300 bg-green-50 text-green-1000',
  warn: 'border-yellow-600 bg-yellow-50 text-yellow-1200',
  bad: 'border-red-300 bg-red-50 text-red-1000',
  strong: 'border-red-900 bg-red-900 text-white',
};

/** A short status. Its text alone says everything; the colour only helps. */
export function Chip({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span
      className={classNames('chip inline-block rounded-4 border px-2 py-0.5 text-dns-16B-130 text-nowrap', tones[tone])}
    >
      {children}
    </span>
  );
}
