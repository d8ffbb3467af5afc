import type { Desk } from './town-people.ts';

interface Member {
  readonly role: 'person' | 'householdMember';
  readonly relation: 'self' | 'spouse' | 'parent' | 'child' | 'grandparent' | 'grandchild' | 'sibling';
  readonly age: number;
}
interface Household {
  readonly concerns: readonly [string, ...string[]];
  readonly members: readonly Member[];
}

const self = (age: number): Member => ({ role: 'person', relation: 'self', age });
const beside = (relation: Member['relation'], age: number): Member => ({ role: 'householdMember', relation, age });

/** Households as they come to such a town: the first is the theme of the programme, most others are one person or a family with children. Invented. */
const households: readonly [Household, ...Household[]] = [
  { concerns: ['withdrawal', 'care'], members: [self(82), beside('child', 54)] },
  { concerns: ['withdrawal', 'income'], members: [self(31), beside('parent', 59)] },
  { concerns: ['neighbourhood', 'health'], members: [self(67)] },
  { concerns: ['debt', 'jobSearch'], members: [self(44)] },
  { concerns: ['care'], members: [self(79)] },
  { concerns: ['family', 'childRearing'], members: [self(38), beside('child', 14), beside('child', 6)] },
  {
    concerns: ['childRearing', 'care'],
    members: [self(35), beside('spouse', 37), beside('child', 1), beside('grandparent', 74)],
  },
  { concerns: ['housing', 'income'], members: [self(70), beside('spouse', 72)] },
];

/** Under this age somebody with parental authority consents. */
const ageOfMajority = 18;

/** Persons and 相談内容 of a household that comes to a 相談窓口, as the form has them. */
export function newHousehold({ world, random, newId }: Desk): {
  readonly concerns: readonly string[];
  readonly worstConcern: string;
  readonly persons: readonly object[];
} {
  const { concerns, members } = random.pick(households);
  const year = Number(world.today.slice(0, 4));
  return {
    concerns,
    worstConcern: concerns[0],
    persons: members.map(({ role, relation, age }) => ({
      id: newId(),
      role,
      relation,
      birthYear: year - age,
      nameText: newId(),
    })),
  };
}

/** Is this a child on that day, as far as a year of birth tells? */
export const isChild = ({ birthYear }: { readonly birthYear: number | null }, today: string): boolean =>
  birthYear !== null && Number(today.slice(0, 4)) - birthYear < ageOfMajority;
