import type { Field, Fields } from '#libs/domain';
import type { ExecuteOrder, GivenText } from '#libs/persistence';
import type { DescribedCommand } from './body-class.ts';
import { newId } from './new-id.ts';

type Held = Readonly<Record<string, unknown>>;

/**
 * A command out of a checked body. What is written about people never becomes part of it: the command gets an id, the text goes beside it
 * into a revision of its own (design.md 1, sentence 7). Ids are made here; what the executor gives is left to it.
 */
export function commandFrom(
  { type, fields }: DescribedCommand,
  body: object,
): Required<Pick<ExecuteOrder, 'command' | 'texts'>> {
  const texts: GivenText[] = [];
  return { command: { type, ...held(fields, body, texts) }, texts };
}

const held = (fields: Fields, body: object, texts: GivenText[]): Held =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { kind }]) => kind !== 'given')
      .map(([name, field]) => [name, valueOf(field, (body as Held)[name], texts)]),
  );

function valueOf(field: Field, value: unknown, texts: GivenText[]): unknown {
  if (field.kind === 'made') return newId();
  if (value === null || (value === undefined && field.omissible)) return value;
  switch (field.kind) {
    case 'text':
      return kept({ id: newId(), slot: field.slot, content: value as string }, texts);
    case 'part':
      return held(field.fields, value as object, texts);
    case 'list':
      return (value as readonly object[]).map((one) => held(field.fields, one, texts));
    default:
      return value;
  }
}

function kept(text: GivenText, texts: GivenText[]): string {
  texts.push(text);
  return text.id;
}
