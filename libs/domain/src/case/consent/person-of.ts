import { refuse, type Refusal } from '../../record/context.ts';
import type { CasePerson, CaseState } from '../case-state.ts';

export const personOf = (state: CaseState, personId: string): CasePerson | undefined =>
  state.persons.find(({ id }) => id === personId);

export const unlessPerson = (state: CaseState, personId: string): Refusal | undefined =>
  personOf(state, personId) ? undefined : refuse('person.missing');

export const withPerson = (
  state: CaseState,
  personId: string,
  change: (person: CasePerson) => CasePerson,
): CaseState['persons'] => state.persons.map((person) => (person.id === personId ? change(person) : person));

/** The no of the event that is being folded, to these agencies or to everybody (`*`). */
export const withNo = (person: CasePerson, { seq }: CaseState, to: readonly string[]): CasePerson['saidNo'] => ({
  ...person.saidNo,
  ...Object.fromEntries(to.map((agency) => [agency, seq + 1])),
});

/** What stands in the consent of a person, in the fields of the commands that change it. */
export function consentNow(state: CaseState, { personId }: { readonly personId: string }): object {
  const person = personOf(state, personId);
  if (!person) return {};
  const { takenBy: _takenBy, ...consent } = person.consent;
  return consent;
}
