import { problem, ProblemError } from './problem.ts';

/** Problems that the edge itself finds, before or without the domain. */
export const signInNeeded = (): ProblemError =>
  new ProblemError(problem(401, 'session.missing', 'サインインしてください。時間がたつと、自動でサインアウトします。'));

export const notFound = (): ProblemError =>
  new ProblemError(problem(404, 'record.missing', '見つかりません。番号が違うか、見ることのできない記録です。'));

export const linkUnknown = (): ProblemError =>
  new ProblemError(
    problem(
      404,
      'reply-link.unknown',
      'このリンクは使えません。新しいお知らせのリンクをお使いになるか、事務局へお電話ください。',
    ),
  );

export const foreignOrigin = (): ProblemError =>
  new ProblemError(
    problem(403, 'origin.foreign', 'ほかの場所から送られた操作は受け付けません。画面を開き直してください。'),
  );

export const cursorUnreadable = (): ProblemError =>
  new ProblemError(
    problem(400, 'shape.cursor', '一覧の続きの位置が正しくありません。はじめから開き直してください。', {
      errors: [{ field: 'after', code: 'shape.cursor', detail: '一覧の続きの位置が正しくありません。' }],
    }),
  );

export const pageNotFound = (): ProblemError =>
  new ProblemError(problem(404, 'route.missing', 'この場所には何もありません。'));

/** Too many times by somebody without an account. */
export const tooOften = (waitSeconds: number): ProblemError =>
  new ProblemError(
    problem(
      429,
      'reply-link.too-often',
      '短い間に何度も送られたため、しばらく受け付けません。お急ぎのときは、事務局へお電話ください。',
      { params: { retryAfter: waitSeconds } },
    ),
  );
