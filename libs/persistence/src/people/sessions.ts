import type { DataSource } from 'typeorm';
import { noteDatabaseTime } from '../connection/database-time.ts';
import { withoutMunicipality, type Statement, type Transaction } from '../connection/transaction.ts';
import type { Member } from './members.ts';

/** Who a session belongs to. */
export interface SessionOwner extends Member {
  readonly municipality: string;
  readonly municipalityName: string;
  readonly isDemo: boolean;
  /** How long ago they signed in, and for how long it still holds, by the database's clock. */
  readonly ageMs: number;
  readonly leftMs: number;
}

const begin: Statement = {
  name: 'session-begin',
  text: `insert into session (municipality_id, token_hash, membership_id, expires_at) values ($1, $2, $3, now() + $4::float8 * interval '1 millisecond')`,
};

/** Binds a new session to one membership. `hash` is SHA-256 of the token, which only the browser keeps. @throws when nobody has that membership here */
export async function beginSession(
  tx: Transaction,
  session: { readonly tokenHash: Buffer; readonly membershipId: string; readonly holdsMs: number },
): Promise<void> {
  await tx.rows(begin, [tx.municipality, session.tokenHash, session.membershipId, session.holdsMs]);
}

const byToken: Statement = {
  name: 'session-by-token',
  text: `
    select municipality_id as municipality, municipality_name as "municipalityName", is_demo as "isDemo", membership_id as "membershipId", agency, posts,
      display_name as "displayName", (extract(epoch from now() - began_at) * 1000)::float8 as "ageMs", (extract(epoch from expires_at - now()) * 1000)::float8 as "leftMs",
      (extract(epoch from now()) * 1000)::float8 as "nowMs"
    from session_by_token($1)`,
};

/** Whose session it is; nothing when there is none, it has expired, or the membership has ended. Asked before a municipality is known. */
export async function sessionByToken(dataSource: DataSource, hash: Buffer): Promise<SessionOwner | undefined> {
  const [row] = await withoutMunicipality<SessionOwner & { nowMs: number }>(dataSource, byToken, [hash]);
  if (!row) return undefined;
  const { nowMs, ...owner } = row;
  noteDatabaseTime(dataSource, nowMs);
  return owner;
}

const touch: Statement = {
  name: 'session-touch',
  text: `update session set last_seen_at = now(), expires_at = now() + $3::float8 * interval '1 millisecond' where municipality_id = $1 and token_hash = $2`,
};

/** Notes that the session was used and for how long it now holds. */
export async function touchSession(tx: Transaction, hash: Buffer, holdsMs: number): Promise<void> {
  await tx.rows(touch, [tx.municipality, hash, holdsMs]);
}

const end: Statement = {
  name: 'session-end',
  text: 'delete from session where municipality_id = $1 and token_hash = $2',
};

/** Ends a session; does nothing when it is gone. */
export async function endSession(tx: Transaction, hash: Buffer): Promise<void> {
  await tx.rows(end, [tx.municipality, hash]);
}

/** Which invitation a reply link is for. */
export interface LinkedInvitation {
  readonly municipality: string;
  readonly sittingId: string;
  readonly invitationId: string;
  readonly agency: string;
}

const byLink: Statement = {
  name: 'invitation-by-token',
  text: `select municipality_id as municipality, sitting_id as "sittingId", invitation_id as "invitationId", agency,
      (extract(epoch from now()) * 1000)::float8 as "nowMs" from invitation_by_token($1)`,
};

/** The invitation of a reply link by the token's SHA-256; nothing when there is none. Asked before a municipality is known. */
export async function invitationByToken(dataSource: DataSource, hash: Buffer): Promise<LinkedInvitation | undefined> {
  const [row] = await withoutMunicipality<LinkedInvitation & { nowMs: number }>(dataSource, byLink, [hash]);
  if (!row) return undefined;
  const { nowMs, ...invitation } = row;
  noteDatabaseTime(dataSource, nowMs);
  return invitation;
}
