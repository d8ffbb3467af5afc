import type { Problem } from '#libs/views';
import { problem } from './problem.ts';

const details: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['shape.body', '送られたものを読めませんでした。画面を開き直して、もう一度送ってください。'],
  404: ['route.missing', 'この場所には何もありません。'],
  405: ['route.method', 'この方法では使えません。'],
  408: ['request.slow', '送られてくるのに時間がかかりすぎました。もう一度送ってください。'],
  413: ['shape.too-large', '送られたものが大きすぎます。文章を短くしてください。'],
  414: ['route.missing', 'この場所には何もありません。'],
  415: ['shape.media-type', 'この形式は受け取れません(JSON で送ってください)。'],
  431: ['request.headers', '送られたものの見出しが大きすぎます。ブラウザーの Cookie を消して、開き直してください。'],
};

/** What is told of a refusal of Node, Fastify or Nest, by its status; nothing when that is no refusal but an error of ours. */
export function refusalOfStatus(status: number): Problem | undefined {
  if (status < 400 || status > 499) return undefined;
  const [code, detail] = details[status] ?? [
    'request.refused',
    'この形の要求は受け付けません。画面を開き直してください。',
  ];
  return problem(status, code, detail);
}
