import {
  mayShare,
  type AgencyCode,
  type AnyEvent,
  type CaseEvent,
  type CasePerson,
  type CaseState,
  type Context,
  type KeptState,
} from '#libs/domain';

/** What was shared with whom, about whom, on which basis: a code of the catalogue of bases, `consent` or `handoff` (a つなぎ without consent). */
export interface Sharing {
  readonly personId: string;
  readonly toAgency: AgencyCode;
  readonly what: 'handoff' | 'agenda-item' | 'sheet-request' | 'plan-role';
  readonly basis: string;
}

type Shares<E> = (event: E, after: CaseState, ctx: Context) => readonly Sharing[];

/** Which events pass something of a case on (R64). The one place where it is said what a disclosure is. */
const sharings: { readonly [K in CaseEvent['type']]?: Shares<Extract<CaseEvent, { type: K }>> } = {
  'handoff-sent': ({ from, to }, after, { rules }) =>
    from === to
      ? []
      : after.persons.map((person) => ({
          personId: person.id,
          toAgency: to,
          what: 'handoff',
          basis: mayShare(after, person, to, rules) && consented(person) ? 'consent' : 'handoff',
        })),
  // The basis belongs to the item (R5); each person named on it goes to each agency that deals with it.
  'placed-on-sitting': ({ agencies, personIds, legalBasis }) =>
    agencies.flatMap((toAgency) =>
      personIds.map((personId): Sharing => ({ personId, toAgency, what: 'agenda-item', basis: legalBasis })),
    ),
  'sheets-asked': ({ agencies }, after) => byConsent(after, agencies, 'sheet-request'),
  'roles-told': (_event, after) =>
    byConsent(after, after.plans.at(-1)?.roles.map(({ agency }) => agency) ?? [], 'plan-role'),
};

/** The disclosures that these events of a case are. */
export function disclosed(events: readonly AnyEvent[], after: KeptState, ctx: Context): readonly Sharing[] {
  return events.flatMap((event) => {
    const shares = sharings[event.type as CaseEvent['type']] as Shares<AnyEvent> | undefined;
    return shares?.(event, after as CaseState, ctx) ?? [];
  });
}

const consented = ({ consent }: CasePerson): boolean => consent.status === 'given';

const byConsent = (after: CaseState, agencies: readonly AgencyCode[], what: Sharing['what']): readonly Sharing[] =>
  agencies.flatMap((toAgency) =>
    after.persons
      .filter((person) => person.track === 'main')
      .map((person): Sharing => ({ personId: person.id, toAgency, what, basis: 'consent' })),
  );
