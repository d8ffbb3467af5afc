import { workflowIdOf } from '#libs/contracts';
import type { RecordRebuilder, TextCipher, Transaction } from '#libs/persistence';
import { countRows, logLengths, recordsAfter, uncoveredIds } from './chain-rows.ts';
import { verifyChain, type ChainVerdict, type Covered } from './verify-chain.ts';

/** Something that does not hold. `where` is a number in the chain, or ids and names of fields: never contents. */
export interface Finding {
  readonly why:
    | NonNullable<ChainVerdict['broken']>['why']
    | 'municipality-unknown'
    | 'nothing-there'
    | 'events-uncovered'
    | 'text-uncovered'
    | 'disclosure-uncovered'
    | 'record-uncovered'
    | 'record-missing'
    | 'record-differs'
    | 'log-unfoldable';
  readonly where: string;
}

export interface AuditVerdict {
  readonly entries: number;
  /** Hash of the last entry that holds, hex: to be noted where nobody who reaches the database does. */
  readonly head: string;
  readonly records: number;
  /** Records that an older build folded: their state is folded anew when it is asked for, so it is not compared. */
  readonly older: number;
  readonly findings: readonly Finding[];
}

export interface AuditSettings {
  readonly cipher: TextCipher;
  /** Folds the log of a record and says where what is stored differs from that. */
  readonly rebuilder: Pick<RecordRebuilder, 'compare'>;
  /** Hash of an entry that was noted elsewhere. */
  readonly anchor?: string | undefined;
}

const pageSize = 200;

/**
 * Everything that can be found of a municipality without a look outside (docs/decisions/0015): the chain and what it speaks of, rows that no
 * entry speaks of, and every record against its log. `tx` has to see everything as of one moment (`snapshot`).
 */
export async function auditMunicipality(
  tx: Transaction,
  { cipher, rebuilder, anchor }: AuditSettings,
): Promise<AuditVerdict> {
  const counts = await countRows(tx);
  const { entries, head, broken, covered } = await verifyChain(tx, cipher, anchor);
  const findings: Finding[] = [];
  if (counts.municipalities === 0) findings.push({ why: 'municipality-unknown', where: tx.municipality });
  if (broken) findings.push({ why: broken.why, where: String(broken.seq) });
  // Behind a break nobody knows what the chain would have spoken of.
  const isWhole = broken === null || broken.why === 'anchor-missing' || broken.why === 'text-missing';
  if (isWhole) findings.push(...(await uncovered(tx, covered, counts)));
  const compared = await comparedRecords(tx, rebuilder, isWhole ? covered : undefined);
  findings.push(...compared.findings);
  if (findings.length === 0 && entries === 0) findings.push({ why: 'nothing-there', where: tx.municipality });
  return { entries, head, records: compared.records, older: compared.older, findings };
}

async function uncovered(
  tx: Transaction,
  covered: Covered,
  there: { readonly texts: number; readonly disclosures: number },
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id, events } of await logLengths(tx))
    if (events !== (covered.events.get(id) ?? 0)) findings.push({ why: 'events-uncovered', where: id });
  if (there.texts !== covered.texts)
    for (const id of await uncoveredIds(tx, 'texts')) findings.push({ why: 'text-uncovered', where: id });
  if (there.disclosures !== covered.disclosures)
    for (const id of await uncoveredIds(tx, 'disclosures')) findings.push({ why: 'disclosure-uncovered', where: id });
  return findings;
}

async function comparedRecords(
  tx: Transaction,
  rebuilder: AuditSettings['rebuilder'],
  covered: Covered | undefined,
): Promise<{ readonly records: number; readonly older: number; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const missing = new Set(covered?.events.keys());
  let [records, older] = [0, 0];
  let last: string | null = null;
  for (;;) {
    const page = await recordsAfter(tx, last, pageSize);
    for (const ref of page) {
      records += 1;
      missing.delete(ref.id);
      const where = workflowIdOf(ref);
      if (covered && !covered.events.has(ref.id)) {
        findings.push({ why: 'record-uncovered', where });
        continue;
      }
      // The message of an error may quote what stands in the database.
      const found = await rebuilder.compare(tx, ref).catch(() => 'unfoldable' as const);
      if (found === 'unfoldable') findings.push({ why: 'log-unfoldable', where });
      else if (found?.older === true) older += 1;
      else if (found && found.differs.length > 0)
        findings.push({ why: 'record-differs', where: `${where} ${found.differs.join(' ')}` });
    }
    if (page.length < pageSize) break;
    last = page.at(-1)?.id ?? null;
  }
  for (const id of missing) findings.push({ why: 'record-missing', where: id });
  return { records, older, findings };
}
