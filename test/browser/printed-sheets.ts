import { inflateSync } from 'node:zlib';

/** One printed sheet: where its last words stand between its margins (0 top, 1 bottom), and how large they are (pt). */
export interface Sheet {
  readonly lowest: number;
  readonly sizeOfLowest: number;
}

/** A4 and the margins of office.css, pt. */
const height = 841.92;
const top = height - 39.7;
const bottom = 45.4;

type Matrix = readonly [number, number, number, number, number, number];
const unmoved: Matrix = [1, 0, 0, 1, 0, 0];
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

/** The sheets of a PDF that Chromium printed, in their order. */
export function sheetsOf(pdf: Buffer): readonly Sheet[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\b[^]*?\/Contents (\d+) 0 R/gu)].map(([, object]) =>
    sheetOf(contentOf(pdf, text, object ?? '')),
  );
}

function contentOf(pdf: Buffer, text: string, object: string): string {
  const begin = text.search(new RegExp(`(^|\\n)${object} 0 obj`, 'u'));
  const data = text.indexOf('stream', begin) + 'stream'.length;
  const start = data + (text[data] === '\r' ? 2 : 1);
  return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
}

/** Follows the graphics state (q, Q, cm) as far as to know at which height text (Tm, Tf) stands. */
function sheetOf(content: string): Sheet {
  let now = unmoved;
  let size = 0;
  const kept: Matrix[] = [];
  let lowest = { y: top, size: 0 };
  for (const line of content.split('\n')) {
    const words = line.trim().split(' ');
    const operator = words.at(-1);
    const numbers = words.slice(0, -1).map(Number) as unknown as Matrix;
    if (operator === 'q') kept.push(now);
    else if (operator === 'Q') now = kept.pop() ?? unmoved;
    else if (operator === 'cm') now = times(numbers, now);
    else if (operator === 'Tf') size = Number(words[1]);
    else if (operator === 'Tm') {
      const [, , , d, , y] = times(numbers, now);
      if (y > bottom && y < lowest.y) lowest = { y, size: size * Math.abs(d) };
    }
  }
  return { lowest: (top - lowest.y) / (top - bottom), sizeOfLowest: lowest.size };
}
