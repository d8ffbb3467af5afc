import { expect, it } from '@jest/globals';
import { accessPolicy } from '#libs/access';
import type { AnyCaseCommand, Post } from '#libs/domain';
import { profileOf, rulesOf } from '#libs/profiles';
import { mayOpenCase, mayRecordAdvice } from './may-begin.ts';

const rules = rulesOf(profileOf('higashiagatsuma', { demo: true }), '2026-11-20');
const ref = { municipality: rules.municipality, kind: 'support-case', id: 'unborn' } as const;
const posts: readonly Post[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];
const combinations = posts.flatMap((post) => [
  [post],
  ...posts.filter((other) => other > post).map((two) => [post, two]),
]);

const allowed = (agency: string, held: readonly Post[], type: AnyCaseCommand['type']): boolean =>
  accessPolicy.allows(
    { kind: 'person', membershipId: 'm', agency, posts: held },
    { type },
    { ref, state: undefined, rules },
  ).allowed;

it('shows the two ways to begin to whom the decision table allows them, and to nobody else', () => {
  for (const agency of [rules.coordinatingBody, 'houkatsu', 'shakyo'])
    for (const held of combinations) {
      const asker = { agency, posts: held };
      expect([held, mayOpenCase(asker)]).toEqual([held, allowed(agency, held, 'open-case')]);
      expect([agency, held, mayRecordAdvice(asker, rules)]).toEqual([
        agency,
        held,
        allowed(agency, held, 'record-advice-only'),
      ]);
    }
});

it('shows neither to a manager of the office, and advice to its coordinator alone', () => {
  const office = rules.coordinatingBody;
  expect(mayOpenCase({ agency: office, posts: ['manager'] })).toBe(false);
  expect(mayRecordAdvice({ agency: office, posts: ['manager'] }, rules)).toBe(false);
  expect(mayRecordAdvice({ agency: office, posts: ['coordinator'] }, rules)).toBe(true);
  expect(mayRecordAdvice({ agency: 'houkatsu', posts: ['coordinator'] }, rules)).toBe(false);
});
