import type { CaseState, Holder } from '#libs/domain';
import type { Colleague } from '#libs/views';

export const nameOf = (people: readonly Colleague[], membershipId: string | null): string | null =>
  people.find((person) => person.membershipId === membershipId)?.displayName ?? null;

/** Name of the one who owes, when that is one person: whoever is in charge, or the only one with that post in that agency. */
export function holderName(
  holder: Holder,
  people: readonly Colleague[],
  inCharge?: CaseState['personInCharge'],
): string | null {
  const { agency, post } = holder;
  if (post === 'personInCharge') return inCharge?.agency === agency ? nameOf(people, inCharge.membershipId) : null;
  if (post === 'staff') return null;
  const [first, ...others] = people.filter((person) => person.agency === agency && person.posts.includes(post));
  return first && others.length === 0 ? first.displayName : null;
}
