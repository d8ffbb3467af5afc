import type { MessageKey } from '../messages/ja.ts';

/** What a key leads to: after `g`, or by itself. */
const placesAfterG = { w: '/work', c: '/cases', m: '/sittings', b: '/board' } as const;

interface KeyRow {
  readonly keys: readonly [string] | readonly [string, string];
  readonly label: MessageKey;
}

/** Where somebody may go beyond what is for all. */
export interface MayGo {
  readonly mayOpen: boolean;
  readonly mayBoard: boolean;
}

const board: KeyRow = { keys: ['g', 'b'], label: 'keys.board' };
const newCase: KeyRow = { keys: ['n'], label: 'keys.newCase' };
const keyRows: readonly KeyRow[] = [
  { keys: ['g', 'w'], label: 'keys.work' },
  { keys: ['g', 'c'], label: 'keys.cases' },
  { keys: ['g', 'm'], label: 'keys.sittings' },
  board,
  newCase,
  { keys: ['?'], label: 'keys.help' },
];

/** The keys to show to somebody. */
export const keyRowsFor = ({ mayOpen, mayBoard }: MayGo): readonly KeyRow[] =>
  keyRows.filter((row) => (mayOpen || row !== newCase) && (mayBoard || row !== board));

export type Shortcut =
  { readonly kind: 'go'; readonly to: string } | { readonly kind: 'help' } | { readonly kind: 'await-place' };

/** What pressing `key` means; `afterG` when `g` was the key before, `may` tells what is for this person. Nothing for any other key. */
export function shortcutOf(key: string, afterG: boolean, { mayOpen, mayBoard }: MayGo): Shortcut | undefined {
  if (afterG) {
    const to = Object.entries(placesAfterG).find(([name]) => name === key)?.[1];
    return to === undefined || (to === '/board' && !mayBoard) ? undefined : { kind: 'go', to };
  }
  if (key === 'g') return { kind: 'await-place' };
  if (key === 'n' && mayOpen) return { kind: 'go', to: '/cases/new' };
  return key === '?' ? { kind: 'help' } : undefined;
}
