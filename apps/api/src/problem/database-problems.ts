import type { Trouble } from '#libs/persistence';
import type { Problem } from '#libs/views';
import { problem } from './problem.ts';

/** What was under way when the database failed: nothing but reading, a change that was not made, or one that may have been made. */
export type UnderWay = 'reading' | 'changing' | 'committing';

interface Told {
  readonly why: string;
  /** Why a page cannot open: what is read of people has to be written down (R41). */
  readonly reading: string;
  /** Seconds after which it may be otherwise. */
  readonly retryAfter: number;
}

const told = {
  away: {
    why: 'いま、データベースにつながりません。',
    reading: '少し待ってから、もう一度開いてください。',
    retryAfter: 5,
  },
  busy: {
    why: 'ただいま混み合っています。',
    reading: '少し待ってから、もう一度開いてください。',
    retryAfter: 2,
  },
  full: {
    why: 'データベースの置き場所がいっぱいで、書き込めません。担当者へお知らせください。',
    reading: '閲覧の記録を残せないため、この画面はいま開けません。一覧は見られます。',
    retryAfter: 60,
  },
  'read-only': {
    why: 'いまは読むことしかできません(保守中など)。',
    reading: '閲覧の記録を残せないため、この画面はいま開けません。一覧は見られます。',
    retryAfter: 30,
  },
} as const satisfies Record<Trouble, Told>;

const after: Readonly<Record<Exclude<UnderWay, 'reading'>, string>> = {
  changing: '記録は変わっていません。同じ内容でもう一度送れます。',
  committing:
    '記録できたかどうかを確かめられませんでした。同じ内容でもう一度送れます(二度記録されることはありません)。',
};

/** 503 with a code of its own for each kind of trouble; `retryAfter` (seconds) becomes a header, too. */
export function databaseProblem(trouble: Trouble, underWay: UnderWay): Problem {
  const { why, reading, retryAfter } = told[trouble];
  const detail = `${why}${underWay === 'reading' ? reading : after[underWay]}`;
  return problem(503, `database.${trouble}`, detail, { params: { retryAfter } });
}
