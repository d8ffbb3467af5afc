import type { Conflict } from '#libs/views';
import { t } from '../../messages/translate.ts';

export interface ConflictChoice {
  readonly intro: string;
  /** What was typed may be sent over what stands. */
  readonly goesOn: boolean;
  /** Below the buttons; nothing where the intro has said all. */
  readonly hint: string | undefined;
}

/**
 * What is said and offered to whoever was not quick enough. Who may not read what stands has nothing to compare, and does not write over it.
 * @param impossible why sending would be refused as the record is now
 */
export function conflictChoice({ current }: Conflict, impossible: string | undefined): ConflictChoice {
  const why = impossible === undefined ? undefined : t('conflict.impossible', { why: impossible });
  return current === undefined
    ? { intro: t('conflict.introUnread'), goesOn: false, hint: why }
    : { intro: t('conflict.intro'), goesOn: impossible === undefined, hint: why ?? t('conflict.goOnHint') };
}
