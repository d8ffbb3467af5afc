import type { AgencyCode } from '../rules/municipality-rules.ts';

/** 代決者・職務代理 is `deputy`; `manager` is 課長; `coordinator` 多機関協働の担当者 and secretariat. */
export type Post = 'staff' | 'head' | 'coordinator' | 'manager' | 'deputy';

/** Who gives a command. `invitee` answers by a reply link without an account. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly membershipId: string;
      readonly agency: AgencyCode;
      readonly posts: readonly Post[];
    }
  | { readonly kind: 'invitee'; readonly agency: AgencyCode; readonly invitationId: string }
  | { readonly kind: 'workflow' }
  | { readonly kind: 'clock' };

/** The agency an actor acts for; workflow and clock act for nobody. */
export const agencyOfActor = (actor: Actor): AgencyCode | undefined =>
  actor.kind === 'person' || actor.kind === 'invitee' ? actor.agency : undefined;
