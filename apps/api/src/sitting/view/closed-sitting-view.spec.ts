import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, AgendaItem, Post } from '#libs/domain';
import type { SittingView } from '#libs/views';
import fc from 'fast-check';
import { desksOfEveryKind } from '../../../../../libs/domain/src/testing/every-kind.ts';
import { person } from '../../../../../libs/domain/src/testing/town-people.ts';
import { pathsOf } from '../../testing/answer-paths.ts';
import { contentCodes } from '../../testing/content-codes.ts';
import { beyond, leavesOf } from '../../testing/less-than.ts';
import { groundsFor, shareOfGrounds, type Grounds } from '../../testing/partial-grounds.ts';
import { isWritten, type Viewed } from '../../testing/viewed-cases.ts';
import { sittingViewedBy } from '../../testing/viewed-sittings.ts';

const posts: readonly Post[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];
const everything = groundsFor(() => true);
const nothing = groundsFor(() => false);
const officer = person('office', ...posts);
const stranger = person('elsewhere', ...posts);

let sittings: readonly Viewed[];
beforeAll(() => {
  sittings = desksOfEveryKind().flatMap((desk) => desk.refsOf('sitting').map(({ id }) => ({ desk, id })));
});

/** 本人 and 世帯員 say nothing of who it is. */
const neutral = ({ notAllowed, items, ...view }: SittingView): object => ({
  ...view,
  items: items.map((item) => ({
    ...item,
    persons: item.persons.map(({ id, label }) => ({ id, label: isWritten(label) ? label : null })),
  })),
  notAllowed: notAllowed.filter(({ code }) => !code.startsWith('access.') && code !== 'sitting.secrecy-acknowledged'),
});
const see = (one: Viewed, viewer: Actor, grounds?: Grounds): object => neutral(sittingViewedBy(one, viewer, grounds));
const pathsSeen = (viewer: Actor, grounds: Grounds): ReadonlySet<string> =>
  new Set(sittings.flatMap((one) => leavesOf(see(one, viewer, grounds)).map(({ path }) => path)));

it('every field of the page says something in one of the sittings, for whoever may read everything', () => {
  const seen = pathsSeen(officer, everything);
  expect(pathsOf('SittingView').filter((path) => !seen.has(path))).toEqual([]);
});

describe('without any ground', () => {
  /** What the page has for whoever is let in at all: when and where. All else, also a field of tomorrow, needs a ground. */
  const face = [
    ...['id', 'body', 'kind', 'name', 'ordinal', 'stage', 'heldOn', 'startsAt', 'endsAt', 'placeText', 'sequence'],
    ...['replyDueOn', 'acknowledgementText'],
    ...['acknowledgement', 'textVersion', 'chair'].map((name) => `attendance.${name}`),
  ];
  /** Who owes what by when and what was done, without an item: of every record the same. */
  const course = /^(?:obligations|upcoming|stall|history|notices)\b/u;

  it('[R24] a page that was built all the same says when and where, and nothing of a 案件 nor of who is asked', () => {
    const seen = [...pathsSeen(stranger, nothing)].filter((path) => !course.test(path));
    expect(seen.toSorted()).toEqual(face.toSorted());
    let itemsSeen = 0;
    for (const one of sittings) {
      const words = JSON.stringify(see(one, stranger, nothing));
      // Also those that were taken off again.
      const items = (one.desk.logs.get(one.id) ?? []).flatMap((event) =>
        'item' in event ? [event.item as AgendaItem] : [],
      );
      itemsSeen += items.length;
      const said = items
        .flatMap(({ id, caseId, caseNumber }) => [`"${id}"`, `/${id}"`, `"${caseId}"`, `"${caseNumber}"`])
        .filter((word) => words.includes(word));
      expect(said).toEqual([]);
    }
    expect(itemsSeen).toBeGreaterThan(sittings.length);
  });

  it('[R24] no text is read but where it is held, and no code about people, in any field', () => {
    const read = sittings.flatMap((one) =>
      leavesOf(see(one, stranger, nothing)).filter(({ leaf }) => isWritten(leaf) || contentCodes.has(String(leaf))),
    );
    expect([...new Set(read.map(({ path, leaf }) => `${path} ${isWritten(leaf) ? 'written' : String(leaf)}`))]).toEqual(
      ['placeText written'],
    );
  });
});

describe('whoever has fewer grounds', () => {
  it('[R24] sees nothing that is not seen with more, for any part of the grounds there are', () => {
    fc.assert(
      fc.property(
        ...([fc.nat(999), fc.nat(9999), fc.nat(100), fc.nat(100)] as const),
        fc.constantFrom('office', 'houkatsu', 'kikan', 'clinic'),
        (nth, seed, one, another, agency) => {
          const viewed = sittings[nth % sittings.length];
          if (!viewed) return;
          const [less, more] = [Math.min(one, another), Math.max(one, another)].map((share) =>
            see(viewed, person(agency, ...posts), shareOfGrounds(seed, share)),
          );
          expect(beyond(less, more)).toEqual([]);
        },
      ),
      { seed: 20260703, numRuns: 400 },
    );
  });

  it('[R24] whatever agency and post it is, sees a part of what there is to see', () => {
    for (const one of sittings) {
      const all = see(one, officer, everything);
      for (const { code } of one.desk.rules.agencies)
        for (const post of ['staff', 'coordinator', 'manager'] as const)
          expect(beyond(see(one, person(code, post)), all)).toEqual([]);
    }
  });
});
