import type { Statement } from '../connection/transaction.ts';

export interface BegunRow {
  /** 1 when this transaction is the first to carry the command out. */
  readonly mine: number;
  /** The database's clock, epoch milliseconds. */
  readonly now_ms: number;
  /** Epoch of the installation. */
  readonly epoch: number;
  /** Ids of commands that were made before are refused, epoch ms; `-Infinity` while nothing was forgotten. */
  readonly commands_since_ms: number;
  readonly seq: number | null;
  readonly shape: number | null;
  readonly state: unknown;
}

/** Claims the command id (waiting for whoever has it in hand) and reads the target without a lock. */
export const begin: Statement = {
  name: 'command-begin',
  text: `
    with claimed as (
      insert into command_log (municipality_id, command_id, record_id, command_type, fingerprint) values ($1, $2, $3, $4, $5)
      on conflict (municipality_id, command_id) do nothing returning 1)
    select (select count(*) from claimed)::int as mine, floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms,
      i.epoch::float8 as epoch, (extract(epoch from i.commands_since) * 1000)::float8 as commands_since_ms, r.seq, r.shape, r.state
    from installation i left join record r on r.municipality_id = $1 and r.id = $3 and r.kind = $6`,
};

/** What is kept of an answer; the rest is read. */
export interface StoredAnswer {
  readonly seq: number;
  readonly parts: Readonly<Record<string, number>>;
}

export interface RepeatedRow {
  /** Empty when the command is so long ago that all else about it was forgotten. */
  readonly fingerprint: Buffer;
  readonly answer: StoredAnswer;
  readonly record_id: string;
  readonly standing: unknown;
  readonly epoch: number;
}

/** What was answered to a command before. A statement of its own, so that it sees what a commit it waited for has written. */
export const repeated: Statement = {
  name: 'command-repeated',
  text: `
    select l.fingerprint, l.answer, l.record_id, r.standing, i.epoch::float8 as epoch
    from command_log l cross join installation i left join record r on r.municipality_id = l.municipality_id and r.id = l.record_id
    where l.municipality_id = $1 and l.command_id = $2`,
};

/** Did a command of that id change the record after `seq`? What it did stands in the log for ever. */
export const doneSince: Statement = {
  name: 'command-done-since',
  text: 'select 1 from event where municipality_id = $1 and record_id = $2 and seq > $3 and command_id = $4 limit 1',
};

export interface LockedRow {
  readonly id: string;
  readonly kind: string;
  readonly seq: number;
  readonly shape: number;
  /** Nothing when the caller already has the state of this `seq`. */
  readonly state: unknown;
  readonly standing: unknown;
  readonly alarmed: boolean;
  readonly key_id: string | null;
  readonly wrapped_key: Buffer | null;
}

/**
 * Locks records in the order of their ids, whoever asks: two commits over the same records never wait for each other in a ring. Not their
 * keys: who writes down that it read one of them has the chain already, for which the commit waits, and must not wait for the commit.
 */
export const lock: Statement = {
  name: 'records-lock',
  text: `
    select r.id, r.kind, r.seq, r.shape,
      case when r.seq = ($3::int[])[array_position($2::uuid[], r.id)] then null else r.state end as state,
      r.standing, k.key_id, k.wrapped_key,
      exists (select 1 from alarm a where a.municipality_id = r.municipality_id and a.record_id = r.id) as alarmed
    from record r
    left join record_key k on k.municipality_id = r.municipality_id and k.record_id = r.id
    where r.municipality_id = $1 and r.id = any($2::uuid[])
    order by r.id for no key update of r`,
};

/** Which of these texts exist in one of these records. */
export const textsThere: Statement = {
  name: 'texts-there',
  text: 'select id from text_revision where municipality_id = $1 and id = any($2::uuid[]) and record_id = any($3::uuid[])',
};

/**
 * Puts the answer into the claimed row. Single values and the record's id as well: planned on a table that was next to empty,
 * PostgreSQL may take any index that begins with the municipality, and each of them then leads to a few rows.
 */
export const answerPiece = (parameter: string): string => `
  update command_log set answer = ${parameter}::jsonb -> 'answer'
  where municipality_id = ${parameter}::jsonb ->> 'municipality' and command_id = ${parameter}::jsonb ->> 'commandId'
    and record_id = (${parameter}::jsonb ->> 'recordId')::uuid`;

/** Takes back the alarms of a record that are settled: those of its dates, of all commands, or of one. */
export const settledPiece = (parameter: string): string => `
  delete from alarm as a
  using jsonb_to_recordset(${parameter}::jsonb) as x(municipality text, "recordId" uuid, dates boolean, commands boolean, command text)
  where a.municipality_id = x.municipality and a.record_id = x."recordId"
    and case when a.kind = 'date-stuck' then x.dates else x.commands or a.what = x.command end`;

export const counterPiece = (parameter: string): string => `
  insert into counter as c (municipality_id, name, fiscal_year, value)
  select x.municipality, x.name, x."fiscalYear", x.by from jsonb_to_recordset(${parameter}::jsonb) as x(municipality text, name text, "fiscalYear" int, by int)
  order by x.name
  on conflict (municipality_id, name, fiscal_year) do update set value = c.value + excluded.value`;

/** Nudges, of commits and of the clock: one that waits becomes newer and due at once; the relay deletes only the writing it acted on. */
export const nudgePiece = (parameter: string): string => `
  insert into outbox as waiting (topic, key, municipality_id)
  select 'nudge', x.key, x.municipality from jsonb_to_recordset(${parameter}::jsonb) as x(key text, municipality text) order by x.key
  on conflict (topic, key) do update set seq = nextval('outbox_seq'), try_at = now(), attempts = 0`;

/** Wakes the relays of the topics in `parameter` (`text[]`) when the transaction commits; PostgreSQL folds equal ones into one. */
export const wakeRelays = (parameter: string): string =>
  `select pg_notify('outbox', topic) from unnest(${parameter}::text[]) as topic`;

/** A notice of that key that was decided before stays the only one. Named {@link decidedNotices} in the batch. */
export const noticePiece = (parameter: string): string => `
  insert into notice (municipality_id, id, record_id, key, kind, recipient_agency, recipient_to, invitation_id, sequence, obligation_kind, created_at)
  select x.municipality, x.id, x."recordId", x.key, x.kind, x.agency, x."to", x."invitationId", x.sequence, x."obligationKind", x."createdAt"
  from jsonb_to_recordset(${parameter}::jsonb) as
    x(municipality text, id uuid, "recordId" uuid, key text, kind text, agency text, "to" text, "invitationId" uuid, sequence int, "obligationKind" text, "createdAt" timestamptz)
  on conflict (municipality_id, record_id, key) do nothing
  returning id, municipality_id`;

export const decidedNotices = 'decided_notices';
/** The notices that were decided just now go before the relay; the key is the notice's id. */
export const noticeOutbox = `insert into outbox (topic, key, municipality_id) select 'notice', id::text, municipality_id from ${decidedNotices}`;
