import { orderedBefore, type Definitions } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { recordOf } from '../reads/record-reads.ts';
import type { TextCipher } from '../text/text-cipher.ts';
import { whatWasOrdered } from './fingerprint.ts';
import type { ExecuteOrder } from './order.ts';
import type { RepeatedRow } from './statements.ts';

/** Was this order carried out under its id by the release before, which counted some commands in another form? */
export async function wasOrderedBefore(
  tx: Transaction,
  order: ExecuteOrder,
  row: RepeatedRow,
  { cipher, definitions }: { readonly cipher: TextCipher; readonly definitions: Definitions },
): Promise<boolean> {
  const stored = await recordOf(tx, row.record_id, order.ref.kind);
  const command = orderedBefore(order.command, order.actor, stored?.state);
  if (!command) return false;
  return row.fingerprint.equals(cipher.fingerprint(whatWasOrdered({ ...order, command }, definitions)));
}
