import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/** Fills an ICU message in Japanese. @throws when a value named in the message is missing: that is a mistake of ours. */
export function formatMessage(text: string, values: MessageValues = {}): string {
  if (!text.includes('{')) return text;
  let format = compiled.get(text);
  if (format === undefined) {
    format = new IntlMessageFormat(text, 'ja');
    compiled.set(text, format);
  }
  return String(format.format(values));
}
