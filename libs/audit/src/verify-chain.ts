import { auditContent, genesisHash, linkHash, sha256Of, type Transaction } from '#libs/persistence';
import {
  disclosuresById,
  entriesAfter,
  eventsOf,
  headOf,
  textHashes,
  type EventRow,
  type StoredEntry,
} from './chain-rows.ts';

/** The first link that does not hold, and what is wrong with it. */
interface BrokenEntry {
  readonly seq: number;
  readonly why:
    'entry-missing' | 'entry-altered' | 'events-altered' | 'text-altered' | 'disclosure-altered' | 'head-differs';
}

/** The whole chain of a municipality: how many entries hold, and the first that does not. */
export interface ChainVerdict {
  readonly entries: number;
  readonly broken: BrokenEntry | null;
}

const pageSize = 500;

/**
 * Verifies the chain of the transaction's municipality from its first entry on (docs/decisions/0003-audit-chain.md): each entry against the
 * one before, and the events, texts and disclosures it speaks of against their rows. Texts that were disposed of are no break.
 */
export async function verifyChain(tx: Transaction): Promise<ChainVerdict> {
  // First: what is committed while we look is not looked at.
  const head = await headOf(tx);
  let previous: Uint8Array = genesisHash;
  let verified = 0;
  for (;;) {
    const page = (await entriesAfter(tx, verified, pageSize)).filter(({ seq }) => !head || seq <= head.seq);
    const evidence = await evidenceOf(tx, page);
    for (const entry of page) {
      const expected = linkHash(previous, auditContent(saidBy(entry)));
      const why = wrongWith(entry, verified + 1, expected, evidence);
      if (why) return { entries: verified, broken: { seq: verified + 1, why } };
      previous = entry.hash;
      verified = entry.seq;
    }
    if (page.length < pageSize) break;
  }
  const holds = head ? head.seq === verified && head.hash.equals(previous) : verified === 0;
  return { entries: verified, broken: holds ? null : { seq: verified + 1, why: 'head-differs' } };
}

function wrongWith(
  entry: StoredEntry,
  seq: number,
  expected: Buffer,
  evidence: Evidence,
): BrokenEntry['why'] | undefined {
  if (entry.seq !== seq) return 'entry-missing';
  if (!expected.equals(entry.hash)) return 'entry-altered';
  const { events, texts, disclosures } = evidence;
  if (entry.events.some((range) => !eventsHold(entry, range, events(range)))) return 'events-altered';
  if (entry.texts.some(({ id, saltedHash }) => (texts.get(id) ?? saltedHash) !== saltedHash)) return 'text-altered';
  return entry.disclosures.some(({ id, sha256 }) => disclosures.get(id) !== sha256) ? 'disclosure-altered' : undefined;
}

/** The facts have the hash of the entry, and their columns repeat them and the entry truly. */
function eventsHold(entry: StoredEntry, range: StoredEntry['events'][number], rows: readonly EventRow[]): boolean {
  const who = sha256Of(entry.actor);
  const repeated = rows.every(({ payload, type, v, actor, commandId }) => {
    const { type: factType, v: factV } = payload as { readonly type: unknown; readonly v: unknown };
    return type === factType && v === factV && commandId === entry.commandId && sha256Of(actor) === who;
  });
  return repeated && sha256Of(rows.map(({ seq, at, payload }) => ({ seq, at, payload }))) === range.sha256;
}

/** What the rows say that a page of entries speaks of. */
interface Evidence {
  readonly events: (range: StoredEntry['events'][number]) => readonly EventRow[];
  readonly texts: ReadonlyMap<string, string>;
  readonly disclosures: ReadonlyMap<string, string>;
}

async function evidenceOf(tx: Transaction, page: readonly StoredEntry[]): Promise<Evidence> {
  const facts = await eventsOf(
    tx,
    page.flatMap(({ events }) => events),
  );
  const texts = await textHashes(
    tx,
    page.flatMap((entry) => entry.texts.map(({ id }) => id)),
  );
  const disclosures = await disclosuresById(
    tx,
    page.flatMap((entry) => entry.disclosures.map(({ id }) => id)),
  );
  const byRecord = Map.groupBy(facts, ({ recordId }) => recordId);
  return {
    events: ({ recordId, from, to }) => (byRecord.get(recordId) ?? []).filter(({ seq }) => seq >= from && seq <= to),
    texts: new Map(texts.map(({ id, saltedHash }) => [id, saltedHash])),
    disclosures: new Map(disclosures.map((row) => [row.id, sha256Of(row)])),
  };
}

function saidBy({
  municipality,
  at,
  actor,
  action,
  commandId,
  recordId,
  events,
  texts,
  disclosures,
}: StoredEntry): Parameters<typeof auditContent>[0] {
  return { municipality, at, actor, action, commandId, recordId, events, texts, disclosures };
}
