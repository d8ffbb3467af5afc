import { seqOfSystemCommandId } from '#libs/contracts';
import type { KeptState } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import type { ExecuteOrder } from './order.ts';
import { doneSince, type BegunRow } from './statements.ts';

const version7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu;

/** When a UUID of version 7 was made by its maker's clock, epoch ms; nothing for other ids. */
function madeAtMs(id: string): number | undefined {
  const [, high, low] = version7.exec(id) ?? [];
  return high === undefined || low === undefined ? undefined : Number.parseInt(high + low, 16);
}

/**
 * Is a command that nothing is known of an old one whose row was forgotten? Then it must not be done: it may have been
 * (docs/decisions/0009). A client's id tells when it was made, a workflow's what it was decided on.
 */
export async function isForgotten(
  tx: Transaction,
  { ref, commandId }: Pick<ExecuteOrder, 'ref' | 'commandId'>,
  begun: Pick<BegunRow, 'commands_since_ms'>,
  read: KeptState | undefined,
): Promise<boolean> {
  const madeAt = madeAtMs(commandId);
  if (madeAt !== undefined) return madeAt < begun.commands_since_ms;
  const decidedOn = seqOfSystemCommandId(commandId);
  if (decidedOn === undefined || !read || read.seq <= decidedOn) return false;
  return (await tx.first(doneSince, [ref.municipality, ref.id, decidedOn, commandId])) !== undefined;
}
