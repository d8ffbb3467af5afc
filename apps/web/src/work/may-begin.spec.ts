import { expect, it } from '@jest/globals';
import { accessPolicy, decideWithoutRecord } from '#libs/access';
import type { AnyCaseCommand, AnySittingCommand, Post } from '#libs/domain';
import { profileOf, rulesOf } from '#libs/profiles';
import { mayOpenCase, mayPrepareSitting, mayReadBoard, mayRecordAdvice } from './may-begin.ts';

const rules = rulesOf(profileOf('higashiagatsuma', { demo: true }), '2026-11-20');
const posts: readonly Post[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];
const combinations = posts.flatMap((post) => [
  [post],
  ...posts.filter((other) => other > post).map((two) => [post, two]),
]);

const allowed = (
  agency: string,
  held: readonly Post[],
  type: AnyCaseCommand['type'] | AnySittingCommand['type'],
  kind: 'support-case' | 'sitting' = 'support-case',
): boolean =>
  accessPolicy.allows(
    { kind: 'person', membershipId: 'm', agency, posts: held },
    { type },
    { ref: { kind }, state: undefined, rules },
  ).allowed;

const readsBoard = (agency: string, held: readonly Post[]): boolean =>
  decideWithoutRecord({ kind: 'person', membershipId: 'm', agency, posts: held }, 'board.read', rules).allowed;

it('shows the ways to begin to whom the decision table allows them, and to nobody else', () => {
  for (const agency of [rules.coordinatingBody, 'houkatsu', 'shakyo'])
    for (const held of combinations) {
      const asker = { agency, posts: held };
      expect([held, mayOpenCase(asker)]).toEqual([held, allowed(agency, held, 'open-case')]);
      expect([agency, held, mayRecordAdvice(asker, rules)]).toEqual([
        agency,
        held,
        allowed(agency, held, 'record-advice-only'),
      ]);
      expect([agency, held, mayPrepareSitting(asker, rules)]).toEqual([
        agency,
        held,
        allowed(agency, held, 'open-sitting', 'sitting'),
      ]);
      expect([agency, held, mayReadBoard(asker, rules)]).toEqual([agency, held, readsBoard(agency, held)]);
    }
});

it('shows neither to a manager of the office, and advice to its coordinator alone', () => {
  const office = rules.coordinatingBody;
  expect(mayOpenCase({ agency: office, posts: ['manager'] })).toBe(false);
  expect(mayRecordAdvice({ agency: office, posts: ['manager'] }, rules)).toBe(false);
  expect(mayRecordAdvice({ agency: office, posts: ['coordinator'] }, rules)).toBe(true);
  expect(mayRecordAdvice({ agency: 'houkatsu', posts: ['coordinator'] }, rules)).toBe(false);
});
