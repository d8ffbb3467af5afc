import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ja } from '../../apps/web/src/messages/ja.ts';

const handbook = readFileSync(join(import.meta.dirname, '../../docs/ja/はじめに.md'), 'utf8');
const words = handbook.slice(handbook.indexOf('## 画面の言葉'), handbook.indexOf('## うまくいかないとき'));

/** Lists of words that a page shows without saying what they mean. */
const lists = ['standing', 'programmeStatus'] as const;

it.each(lists)('explains in the handbook every word of %s that a page shows', (list) => {
  const shown = Object.entries(ja).flatMap(([key, word]) => (key.startsWith(`${list}.`) ? [word] : []));
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.filter((word) => !words.includes(word))).toEqual([]);
});

it('explains the words of the board, of requests and of seats, and what ※ means', () => {
  const named = [ja['board.moving'], ja['board.late'], ja['phone.title'].replace('(事務局)', ''), '※'];
  expect(['案件化の依頼', '会議での関わり', '実施区分', ...named].filter((word) => !words.includes(word))).toEqual([]);
});
