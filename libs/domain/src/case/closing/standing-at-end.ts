import { code, list, orLeftOut, orNull, ref, text, type Holding } from '../../command/fields.ts';
import { refuse, type Refusal } from '../../record/context.ts';
import type { CaseState } from '../case-state.ts';
import { personStandings } from '../codes.ts';
import { firstOf } from '../refusals.ts';

/**
 * How it stands at the end for each person of the household, consented or not: a code, and words that are that person's own. The
 * secretariat writes it beside the 協議結果; it lies with the case, and the meeting reads none of it.
 */
export const standingsAtEnd = {
  standings: orLeftOut(
    list({ personId: ref(), standing: code(personStandings), standingText: orNull(text('standing', 4_000)) }, 0, 30),
  ),
};
export type StandingsAtEnd = NonNullable<Holding<typeof standingsAtEnd>['standings']>;

/** Why the answers are not those of this household: everybody has one, and one alone. */
export function standingsRefusal(
  { persons }: Pick<CaseState, 'persons'>,
  { standings }: Holding<typeof standingsAtEnd>,
): Refusal | undefined {
  const answered = (standings ?? []).map(({ personId }) => personId);
  const missing = persons.filter(({ id }) => !answered.includes(id)).length;
  return firstOf(
    answered.some((id) => !persons.some((person) => person.id === id)) && refuse('person.missing'),
    new Set(answered).size < answered.length && refuse('closure.person-twice'),
    missing > 0 && refuse('closure.person-unanswered', { missing }),
  );
}
