import type { MessageKey } from '../messages/ja.ts';

/** What a key leads to: after `g`, or by itself. */
const placesAfterG = { w: '/work', c: '/cases', m: '/sittings', b: '/board' } as const;

export const keyRows: readonly {
  readonly keys: readonly [string] | readonly [string, string];
  readonly label: MessageKey;
}[] = [
  { keys: ['g', 'w'], label: 'keys.work' },
  { keys: ['g', 'c'], label: 'keys.cases' },
  { keys: ['g', 'm'], label: 'keys.sittings' },
  { keys: ['g', 'b'], label: 'keys.board' },
  { keys: ['n'], label: 'keys.newCase' },
  { keys: ['?'], label: 'keys.help' },
];

export type Shortcut =
  { readonly kind: 'go'; readonly to: string } | { readonly kind: 'help' } | { readonly kind: 'await-place' };

/** What pressing `key` means; `afterG` when `g` was the key before. Nothing for any other key. */
export function shortcutOf(key: string, afterG: boolean): Shortcut | undefined {
  if (afterG) {
    const to = Object.entries(placesAfterG).find(([name]) => name === key)?.[1];
    return to === undefined ? undefined : { kind: 'go', to };
  }
  if (key === 'g') return { kind: 'await-place' };
  if (key === 'n') return { kind: 'go', to: '/cases/new' };
  return key === '?' ? { kind: 'help' } : undefined;
}
