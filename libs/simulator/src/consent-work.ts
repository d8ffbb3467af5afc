import type { CasePerson, CaseState } from '#libs/domain';
import { isChild } from './households.ts';
import { actorAt } from './members.ts';
import type { Deed, Desk, Said } from './town-people.ts';

/** One in so many says no when asked for the first time, and again when asked anew. Assumed, not measured. */
const refusesFirst = 0.2;
const refusesAgain = 0.5;
/** How likely a person takes a consent back on any one 開庁日: about one case in four within a year. */
const withdrawsToday = 0.0012;

/** A person said no, or took it back. */
export const saidNo = ({ consent }: CasePerson): boolean =>
  consent.status === 'refused' || consent.status === 'withdrawn';

/** The person is asked: yes within a scope that leaves agencies out, or no. Children consent by who has parental authority. */
export function asked(desk: Desk, state: CaseState, person: CasePerson): Said {
  const { world, random, newId } = desk;
  const refuses = random.chance(saidNo(person) ? refusesAgain : refusesFirst);
  const { leadAgency } = state;
  return {
    type: 'record-consent',
    personId: person.id,
    status: refuses ? 'refused' : 'given',
    on: world.today,
    method: random.chance(0.7) ? 'signature' : 'oral',
    agencies: world.rules.agencies
      .map(({ code }) => code)
      .filter((code) => code === leadAgency || code === world.rules.coordinatingBody || random.chance(0.45)),
    purposes: ['supportCoordination', 'planMaking', 'monitoring'],
    itemClasses: random.chance(0.5) ? ['attributes', 'health'] : ['attributes', 'health', 'incomeDebt', 'lifeHistory'],
    representative: isChild(person, world.today) ? { ground: 'parentalAuthority', nameText: newId() } : null,
    reviewOn: null,
  };
}

/** Consents that are taken back today, for all or for one agency: nobody owes that, it happens. */
export function withdrawalsToday({ world, random, newId }: Desk): readonly Deed[] {
  return world
    .openOf('support-case')
    .flatMap((state) => state.persons.map((person) => ({ state, person })))
    .filter(({ person }) => person.consent.status === 'given' && random.chance(withdrawsToday))
    .map(({ state, person }) => {
      const [first, ...rest] = person.consent.agencies.filter((code) => code !== state.leadAgency);
      const one = first !== undefined && random.chance(0.5) ? [random.pick([first, ...rest])] : undefined;
      return {
        ref: { municipality: state.municipality, kind: 'support-case', id: state.id },
        actor: actorAt(state.leadAgency, world.rules),
        command: {
          type: 'withdraw-consent',
          personId: person.id,
          withdrawalId: newId(),
          on: world.today,
          agencies: one ?? 'all',
          reasonText: null,
        },
      };
    });
}
