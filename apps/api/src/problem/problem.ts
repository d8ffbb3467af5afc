import type { Problem } from '#libs/views';

const titles: Readonly<Record<number, string>> = {
  400: '入力の形が正しくありません',
  401: 'サインインが必要です',
  403: 'この操作は許されていません',
  404: '見つかりません',
  405: 'この方法では使えません',
  408: '時間がかかりすぎました',
  409: 'いまはできません',
  413: '送られたものが大きすぎます',
  414: '見つかりません',
  415: 'この形式は受け取れません',
  429: '回数が多すぎます',
  431: '送られたものが大きすぎます',
  500: 'システムの不具合です',
  503: 'いま使えません',
};

type More = Pick<Problem, 'params' | 'errors' | 'conflict'>;

/** A problem of that status and code; its `type` is a URN made of the code. */
export const problem = (status: number, code: string, detail: string, more: More = {}): Problem => ({
  type: `urn:tsunagi:problem:${code}`,
  title: titles[status] ?? titles[500] ?? '',
  status,
  code,
  detail,
  ...more,
});

/** Thrown by whatever knows what is wrong; turned into an answer by the one filter. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(told: Problem) {
    super(told.code);
    this.name = 'ProblemError';
    this.problem = told;
  }
}
