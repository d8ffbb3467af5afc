import { ja, type MessageKey } from './ja.ts';
import { formatMessage, type MessageValues } from './message-format.ts';

/** The Japanese text of `key`. */
export const t = (key: MessageKey, values?: MessageValues): string => formatMessage(ja[key], values);

/** Is `key` a message? For codes that come from the server and might be newer than this page. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(ja, key);

/** The text of a key that may be there or not. */
export const wordOf = (key: string): string | undefined => (isMessageKey(key) ? t(key) : undefined);

/** The label of a code the server sent, or a dash when this page does not know it yet. */
export function labelOf(prefix: string, code: string | null | undefined): string {
  return wordOf(`${prefix}.${code ?? ''}`) ?? '―';
}
