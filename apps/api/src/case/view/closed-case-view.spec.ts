import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Post } from '#libs/domain';
import type { CaseView } from '#libs/views';
import fc from 'fast-check';
import { desksOfEveryKind } from '../../../../../libs/domain/src/testing/every-kind.ts';
import { person } from '../../../../../libs/domain/src/testing/town-people.ts';
import { pathsOf } from '../../testing/answer-paths.ts';
import { contentCodes } from '../../testing/content-codes.ts';
import { beyond, leavesOf } from '../../testing/less-than.ts';
import { groundsFor, shareOfGrounds, type Grounds } from '../../testing/partial-grounds.ts';
import { isWritten, viewedBy, type Viewed } from '../../testing/viewed-cases.ts';

const posts: readonly Post[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];
const everything = groundsFor(() => true);
const nothing = groundsFor(() => false);
/** Where the work stands, and no word about people: what every right to see a case has in it. */
const general = groundsFor((action) => action === 'case.read' || action === 'case.read-work');

/** Of the office, which learns of every agenda item. */
const officer = person('office', ...posts);
const stranger = person('elsewhere', ...posts);

let cases: readonly Viewed[];
beforeAll(() => {
  cases = desksOfEveryKind().flatMap((desk) => desk.refsOf('support-case').map(({ id }) => ({ desk, id })));
});

/** Why a command is not this viewer's says something of the viewer, not of the case; so does that the reason is hidden. */
const ofTheCase = ({ notAllowed, ...view }: CaseView): object => ({
  ...view,
  notAllowed: notAllowed.filter(({ code }) => !code.startsWith('access.') && code !== 'reason.not-told'),
});
const see = (one: Viewed, viewer: Actor, grounds?: Grounds): object => ofTheCase(viewedBy(one, viewer, grounds));

const pathsSeen = (viewer: Actor, grounds: Grounds): ReadonlySet<string> =>
  new Set(cases.flatMap((one) => leavesOf(see(one, viewer, grounds)).map(({ path }) => path)));

it('every field of the page says something in one of the cases, for whoever may read everything', () => {
  const seen = pathsSeen(officer, everything);
  const ofSittings = [
    ...['calls[].sitting.endsAt', 'calls[].sitting.heldOn', 'calls[].sitting.startsAt'],
    ...['notices.items[].invitationId', 'notices.items[].sequence'],
  ];
  expect(pathsOf('CaseView').filter((path) => !seen.has(path))).toEqual(ofSittings);
});

describe('without any ground', () => {
  /** What the page has for whoever is let in at all, as the receiver of a つなぎ is. All else, also a field of tomorrow, needs a ground. */
  const face = [
    ...['id', 'number', 'stage', 'round', 'urgent', 'openedOn', 'intake.receivedOn', 'intake.point'],
    ...['leadAgency', 'personInCharge.agency', 'personInCharge.membershipId', 'personInCharge.displayName'],
    ...['persons[].id', 'persons[].role', 'history.next', 'notices.next'],
  ];

  it('[R65] a page that was built all the same has its address, its stage, who leads and how many people it is about', () => {
    expect([...pathsSeen(stranger, nothing)].toSorted()).toEqual(face.toSorted());
  });
});

describe('with general rights only', () => {
  /** Words that are a course's as well as a result's. */
  const ofTheCourse: readonly string[] = [
    ...['plans[].state', 'plans[].review', 'participants[].basis', 'track.state'],
    // of the work on a 決定事項; one of its words is also an outcome of a goal
    'tasks[].state',
    // how an agency's answer was told is about the agency
    ...['handoffs[].entered.heard', 'sheets[].entered.heard', 'plans[].roles[].entered.heard'],
  ];

  it('[R65] no text is read, and no code about people, in any field', () => {
    const read = cases.flatMap((one) =>
      leavesOf(see(one, person('office', 'manager'), general)).filter(
        ({ path, leaf }) => isWritten(leaf) || (contentCodes.has(String(leaf)) && !ofTheCourse.includes(path)),
      ),
    );
    expect([...new Set(read.map(({ path, leaf }) => `${path} ${String(leaf)}`))]).toEqual([]);
  });
});

describe('with every ground but that for one person, one つなぎ, one 案件', () => {
  it('[R2][R24] no line of the history about that one is told in full', () => {
    let asked = 0;
    for (const one of cases)
      for (const name of ['personId', 'handoffId', 'itemId'] as const)
        for (const id of new Set(viewedBy(one, officer, everything).history.items.map(({ params }) => params[name]))) {
          if (id === undefined) continue;
          asked += 1;
          const but: Grounds = { ...everything, may: (_asker, _action, _record, subject) => subject?.[name] !== id };
          const told = viewedBy(one, officer, but).history.items.filter(
            ({ params, masked }) => params[name] === id && !masked,
          );
          expect(told).toEqual([]);
        }
    expect(asked).toBeGreaterThan(100);
  });
});

describe('whoever has fewer grounds', () => {
  it('[R65] sees nothing that is not seen with more, for any part of the grounds there are', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.nat(9999),
        fc.nat(100),
        fc.nat(100),
        fc.constantFrom('office', 'houkatsu', 'kikan', 'clinic'),
        (nth, seed, one, another, agency) => {
          const viewed = cases[nth % cases.length];
          if (!viewed) return;
          const viewer = person(agency, ...posts);
          const [less, more] = [Math.min(one, another), Math.max(one, another)].map((share) =>
            see(viewed, viewer, shareOfGrounds(seed, share)),
          );
          expect(beyond(less, more)).toEqual([]);
        },
      ),
      { seed: 20260702, numRuns: 400 },
    );
  });

  it('[R65] whatever agency and post it is, sees a part of what there is to see', () => {
    for (const one of cases) {
      const all = see(one, officer, everything);
      for (const { code } of one.desk.rules.agencies)
        for (const post of ['staff', 'coordinator', 'manager'] as const)
          expect(beyond(see(one, person(code, post)), all)).toEqual([]);
    }
  });
});
