import type { Post } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement, type Transaction } from '../connection/transaction.ts';

/** Somebody with an account in a municipality. */
export interface Member {
  readonly membershipId: string;
  readonly displayName: string;
  readonly agency: string;
  readonly posts: readonly Post[];
}

const ensureMunicipalityRow: Statement = {
  name: 'municipality-ensure',
  text: `insert into municipality (municipality_id, name, is_demo) values ($1, $2, $3)
         on conflict (municipality_id) do update set name = excluded.name, is_demo = excluded.is_demo`,
};

/** Makes the municipality known to this installation; others refer to its row. `isDemo` lets people be chosen from a list. */
export async function ensureMunicipality(
  tx: Transaction,
  { name, isDemo }: { readonly name: string; readonly isDemo: boolean },
): Promise<void> {
  await tx.rows(ensureMunicipalityRow, [tx.municipality, name, isDemo]);
}

const ensureMember: Statement = {
  name: 'member-ensure',
  text: `insert into membership (municipality_id, id, account_id, agency, posts, display_name, until) values ($1, $2, ensure_account($3, $4), $5, $6, $7, $8)
         on conflict (municipality_id, id) do update
           set agency = excluded.agency, posts = excluded.posts, display_name = excluded.display_name, until = excluded.until`,
};

export interface NewMember extends Member {
  /** Id of the account, used when the login is new. */
  readonly accountId: string;
  readonly login: string;
  /** Last day, in Asia/Tokyo; `null` while it goes on. */
  readonly until: string | null;
}

/** Puts somebody at work in the municipality, or changes what they do there. */
export async function ensureMembership(
  tx: Transaction,
  { membershipId, accountId, login, agency, posts, displayName, until }: NewMember,
): Promise<void> {
  await tx.rows(ensureMember, [tx.municipality, membershipId, accountId, login, agency, posts, displayName, until]);
}

const allMembers: Statement = {
  name: 'members',
  text: `select id as "membershipId", display_name as "displayName", agency, posts from membership where municipality_id = $1 order by agency, display_name, id`,
};

/** Everybody who is or was at work in the municipality: names for ids in the log. */
export const membersOf = async (tx: Transaction): Promise<Member[]> => tx.rows(allMembers, [tx.municipality]);

export interface DemoPersonRow extends Member {
  readonly municipality: string;
  readonly municipalityName: string;
}

const demo: Statement = {
  name: 'demo-people',
  text: `select municipality_id as municipality, municipality_name as "municipalityName", membership_id as "membershipId", agency, posts, display_name as "displayName" from demo_people()`,
};

/** The people of the demo municipalities of this installation, whatever municipality one works for; nobody elsewhere. */
export const demoPeople = async (dataSource: DataSource): Promise<DemoPersonRow[]> =>
  withoutMunicipality(dataSource, demo, []);
