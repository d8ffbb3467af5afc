import type { Definitions, KeptState } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import type { ExecuteOrder } from '../executor/order.ts';
import type { TextCipher } from './text-cipher.ts';
import { TextReader } from './text-reader.ts';

type Said = Pick<ExecuteOrder, 'command' | 'texts'>;

/**
 * The order without those texts that say in the very words what stands already, where the command's unit asks for that: it names the
 * text that stands, so that the same said twice changes nothing.
 */
export async function withKeptTexts(
  tx: Transaction,
  { ref, command, texts = [] }: ExecuteOrder,
  state: KeptState | undefined,
  { definitions, cipher }: { readonly definitions: Definitions; readonly cipher: TextCipher },
): Promise<Said> {
  const keeps = state && definitions(ref.kind).commands[command.type]?.keepsText?.(state);
  if (!keeps) return { command, texts };
  const stands = await new TextReader(cipher).read(tx, ref.id, Object.values(keeps));
  const said: Readonly<Record<string, unknown>> = { ...command };
  const same = Object.entries(keeps).flatMap(([field, id]) => {
    const given = texts.find((text) => text.id === said[field]);
    return given && given.content === stands.get(id) ? [{ field, id, dropped: given.id }] : [];
  });
  return {
    command: { ...command, ...Object.fromEntries(same.map(({ field, id }) => [field, id])) },
    texts: texts.filter(({ id }) => !same.some(({ dropped }) => dropped === id)),
  };
}
