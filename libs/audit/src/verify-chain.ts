import {
  auditContent,
  genesisHash,
  linkHash,
  sha256Of,
  textsDisposed,
  type TextCipher,
  type Transaction,
} from '#libs/persistence';
import {
  disclosuresById,
  entriesAfter,
  eventsOf,
  headOf,
  textsById,
  type EventRow,
  type StoredEntry,
  type TextRow,
} from './chain-rows.ts';
import { TextProof } from './text-proof.ts';

/** The first link that does not hold, and what is wrong with it. */
interface BrokenEntry {
  readonly seq: number;
  readonly why:
    | 'entry-missing'
    | 'entry-altered'
    | 'events-altered'
    | 'text-altered'
    | 'text-unreadable'
    | 'text-missing'
    | 'disclosure-altered'
    | 'head-differs'
    | 'anchor-missing';
}

/** What the entries of a chain speak of. */
export interface Covered {
  /** The newest event of each record. */
  readonly events: ReadonlyMap<string, number>;
  /** How many texts are to be there. */
  readonly texts: number;
  readonly disclosures: number;
}

/** The whole chain of a municipality: how many entries hold, and the first that does not. */
export interface ChainVerdict {
  readonly entries: number;
  /** Hash of the last entry that holds, hex. */
  readonly head: string;
  readonly broken: BrokenEntry | null;
  readonly covered: Covered;
}

const pageSize = 500;

/**
 * Verifies the chain of the transaction's municipality from its first entry on (docs/decisions/0003, 0015): each entry against the one
 * before, and the events, texts and disclosures it speaks of against their rows; texts are opened and hashed anew. A text that is not
 * there needs the entry of its disposal.
 * @param anchor hash of an entry, hex, that was noted elsewhere: has to be in the chain
 */
export async function verifyChain(tx: Transaction, cipher: TextCipher, anchor?: string): Promise<ChainVerdict> {
  // First: what is committed while we look is not looked at.
  const head = await headOf(tx);
  const walk = new Walk(new TextProof(cipher, tx.municipality), anchor);
  for (;;) {
    const page = (await entriesAfter(tx, walk.entries, pageSize)).filter(({ seq }) => !head || seq <= head.seq);
    const evidence = await evidenceOf(tx, page);
    for (const entry of page) {
      const why = walk.step(entry, evidence);
      if (why) return walk.verdict({ seq: walk.entries + 1, why });
    }
    if (page.length < pageSize) break;
  }
  const holds = head ? head.seq === walk.entries && head.hash.equals(walk.previous) : walk.entries === 0;
  return walk.verdict(holds ? walk.missing() : { seq: walk.entries + 1, why: 'head-differs' });
}

/** A walk along the chain: how far it holds, and what it spoke of so far. */
class Walk {
  entries = 0;
  previous: Uint8Array = genesisHash;
  readonly #proof: TextProof;
  readonly #anchor: string | undefined;
  readonly #events = new Map<string, number>();
  readonly #missing = new Map<string, number>();
  #texts = 0;
  #disclosures = 0;
  #version = 1;
  #passedAnchor: boolean;

  constructor(proof: TextProof, anchor: string | undefined) {
    this.#proof = proof;
    this.#anchor = anchor;
    this.#passedAnchor = anchor === undefined;
  }

  /** Takes the next entry, or says why it does not hold. */
  step(entry: StoredEntry, evidence: Evidence): BrokenEntry['why'] | undefined {
    const why = this.#fault(entry, evidence);
    if (why) return why;
    this.entries = entry.seq;
    this.previous = entry.hash;
    this.#version = entry.v;
    this.#passedAnchor ||= entry.hash.toString('hex') === this.#anchor;
    for (const { recordId, to } of entry.events) this.#events.set(recordId, to);
    this.#disclosures += entry.disclosures.length;
    return undefined;
  }

  missing(): BrokenEntry | null {
    const [first] = this.#missing.values();
    if (first !== undefined) return { seq: first, why: 'text-missing' };
    return this.#passedAnchor ? null : { seq: this.entries + 1, why: 'anchor-missing' };
  }

  verdict(broken: BrokenEntry | null): ChainVerdict {
    return {
      entries: this.entries,
      head: Buffer.from(this.previous).toString('hex'),
      broken,
      covered: { events: this.#events, texts: this.#texts, disclosures: this.#disclosures },
    };
  }

  #fault(entry: StoredEntry, evidence: Evidence): BrokenEntry['why'] | undefined {
    if (entry.seq !== this.entries + 1) return 'entry-missing';
    const { seq: _place, hash, prevHash, ...said } = entry;
    if (!linkHash(this.previous, auditContent(said)).equals(hash) || !prevHash.equals(this.previous))
      return 'entry-altered';
    // Nobody falls back to what says less.
    if (entry.v < this.#version) return 'entry-altered';
    const { events, disclosures } = evidence;
    if (!entry.events.every((range) => range.from === (this.#events.get(range.recordId) ?? 0) + 1))
      return 'events-altered';
    if (!entry.events.every((range) => eventsHold(entry, range, events(range)))) return 'events-altered';
    if (entry.disclosures.some(({ id, sha256 }) => disclosures.get(id) !== sha256)) return 'disclosure-altered';
    if (entry.action !== textsDisposed) return this.#written(entry, evidence);
    for (const { id } of entry.texts) this.#missing.delete(id);
    return undefined;
  }

  #written({ texts, seq }: StoredEntry, evidence: Evidence): BrokenEntry['why'] | undefined {
    for (const said of texts) {
      const row = evidence.texts.get(said.id);
      if (row) {
        const fault = this.#proof.fault(said, row);
        if (fault) return fault;
        this.#texts += 1;
      } else this.#missing.set(said.id, seq);
    }
    return undefined;
  }
}

/** Version 1 took both times from different clocks in one transaction: it lasted seconds. */
const firstVersionToleranceMs = 15_000;

const recordedThen = ({ v, at }: StoredEntry, recordedAt: string): boolean =>
  v === 1 ? Math.abs(Date.parse(recordedAt) - Date.parse(at)) <= firstVersionToleranceMs : recordedAt === at;

/** The facts have the hash of the entry, and their columns repeat them and the entry truly. */
function eventsHold(entry: StoredEntry, range: StoredEntry['events'][number], rows: readonly EventRow[]): boolean {
  const who = sha256Of(entry.actor);
  const repeated = rows.every(({ payload, type, v, actor, commandId, recordedAt }) => {
    const { type: factType, v: factV } = payload as { readonly type: unknown; readonly v: unknown };
    return (
      type === factType &&
      v === factV &&
      commandId === entry.commandId &&
      recordedThen(entry, recordedAt) &&
      sha256Of(actor) === who
    );
  });
  return repeated && sha256Of(rows.map(({ seq, at, payload }) => ({ seq, at, payload }))) === range.sha256;
}

/** What the rows say that a page of entries speaks of. */
interface Evidence {
  readonly events: (range: StoredEntry['events'][number]) => readonly EventRow[];
  readonly texts: ReadonlyMap<string, TextRow>;
  readonly disclosures: ReadonlyMap<string, string>;
}

async function evidenceOf(tx: Transaction, page: readonly StoredEntry[]): Promise<Evidence> {
  const facts = await eventsOf(
    tx,
    page.flatMap(({ events }) => events),
  );
  const texts = await textsById(
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
    texts: new Map(texts.map((row) => [row.id, row])),
    disclosures: new Map(disclosures.map((row) => [row.id, sha256Of(row)])),
  };
}
