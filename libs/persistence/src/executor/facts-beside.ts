import type { Context, Definitions, KeptState, Order, SittingState } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { membersOf } from '../people/members.ts';
import { sittingsBeside } from '../reads/ordinals.ts';

const lockBody: Statement = {
  name: 'lock-body',
  text: `select pg_advisory_xact_lock(hashtext('ordinal ' || $1), hashtext($2))`,
};

/**
 * What the order's rule looks at beside the records: read after access was judged, in the same transaction. Of one body only one commit at a
 * time looks at its sittings, so that no two of them get one number; the records are locked before, and nothing but the audit chain after.
 */
export async function factsBeside(
  tx: Transaction,
  { ref, command }: Order,
  state: KeptState | undefined,
  definitions: Definitions,
): Promise<Pick<Context, 'members' | 'siblings'>> {
  const looksAt = definitions(ref.kind).commands[command.type]?.looksAt ?? [];
  const members = looksAt.includes('members') ? { members: await membersOf(tx) } : {};
  if (!looksAt.includes('siblings') || !state) return members;
  const sitting = state as SittingState;
  await tx.rows(lockBody, [tx.municipality, sitting.body]);
  return { ...members, siblings: await sittingsBeside(tx, [sitting]) };
}
