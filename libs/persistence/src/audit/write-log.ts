import type { Statement } from '../connection/transaction.ts';
import { contentAround, hashed, type AuditedDisclosure, type AuditedEvents, type AuditEntry } from './audit-link.ts';

/** Events of one record, and the text that is hashed: of it the database makes the rows. */
export interface LoggedEvents extends AuditedEvents {
  readonly text: string;
}

/** What one commit or one reading leaves in the log. `at` is the database's to say. */
export interface LogEntry extends Pick<
  AuditEntry,
  'municipality' | 'actor' | 'action' | 'commandId' | 'recordId' | 'texts'
> {
  readonly events: readonly LoggedEvents[];
  readonly disclosures: readonly AuditedDisclosure[];
}

const write: Statement = {
  name: 'log-write',
  text: `
    select write_log(x.before, x.after, x.facts, x.disclosed)
    from jsonb_to_recordset($1::jsonb) as x (before text, after text, facts text[], disclosed text[])`,
};

/**
 * The statement that writes log entries: the one way events, disclosures and links of the chain come into the database. It takes the
 * municipality's chain until the commit, so it is the last one of its transaction.
 */
export const logStatement = (
  entries: readonly LogEntry[],
): { readonly statement: Statement; readonly values: readonly unknown[] } => ({
  statement: write,
  values: [JSON.stringify(entries.map(parameter))],
});

function parameter({ events, disclosures, ...said }: LogEntry) {
  const disclosed = disclosures.map((row) => ({ id: row.id, ...hashed(row) }));
  const [before, after] = contentAround({
    v: 2,
    ...said,
    events: events.map(({ recordId, from, to, sha256 }) => ({ recordId, from, to, sha256 })),
    disclosures: disclosed.map(({ id, sha256 }) => ({ id, sha256 })),
  });
  return { before, after, facts: events.map(({ text }) => text), disclosed: disclosed.map(({ text }) => text) };
}
