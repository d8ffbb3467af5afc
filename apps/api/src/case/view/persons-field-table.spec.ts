import { beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '#libs/domain';
import * as say from '../../../../../libs/domain/src/testing/case-script.ts';
import { makeCase, type MadeCase } from '../../../../../libs/domain/src/testing/make-case.ts';
import { person, worker } from '../../../../../libs/domain/src/testing/town-people.ts';
import { leavesOf } from '../../testing/less-than.ts';
import { isWritten, viewedBy } from '../../testing/viewed-cases.ts';

/**
 * Every kind of viewer of a household of which the mother has agreed to 基幹相談 and 社協, and the son to nobody:
 * R wrote the case down and carries it, C has the mother's consent and a role, N accepted a つなぎ that names the son on a 根拠規定,
 * W has such a one to answer, L took the lead over by a つなぎ that names the mother on a 根拠規定, S is the secretariat, G a manager, X none of them.
 */
const viewers: Readonly<Record<string, Actor>> = {
  R: worker,
  C: person('kikan', 'staff'),
  N: person('clinic', 'staff'),
  W: person('minsei', 'staff'),
  L: person('police', 'staff'),
  S: person('office', 'coordinator'),
  G: person('office', 'manager'),
  X: person('shakyo', 'staff'),
};

function household(): MadeCase {
  const made = makeCase({ stage: 'support', open: { reporterText: 'text-reporter' } });
  const { desk, ref } = made;
  desk.done(ref, {
    type: 'record-monitoring',
    entryId: 'entry-1',
    on: desk.today,
    method: 'visit',
    text: 'text-visit',
  });
  const send = (handoffId: string, to: string, personId: string, purpose: 'join' | 'takeOver' = 'join'): void => {
    desk.done(ref, say.sendHandoff(desk, { handoffId, to, purpose, main: false, personIds: [personId] }), worker);
  };
  send('handoff-n', 'clinic', say.son);
  desk.done(ref, { type: 'accept-handoff', handoffId: 'handoff-n', answerText: null }, person('clinic', 'staff'));
  send('handoff-w', 'minsei', say.son);
  return made;
}

/** The lead goes to L, which has no ground but the つなぎ; R goes on having its own record. */
function takenOver(): MadeCase {
  const made = household();
  const { desk, ref } = made;
  const to = {
    handoffId: 'handoff-l',
    to: 'police',
    purpose: 'takeOver',
    main: false,
    personIds: [say.mother],
  } as const;
  desk.done(ref, say.sendHandoff(desk, to), worker);
  desk.done(ref, { type: 'accept-handoff', handoffId: 'handoff-l', answerText: null }, person('police', 'staff'));
  return made;
}

/** Every field that holds something written, or a code about a person or a つなぎ: who sees it, at least once. */
function fieldTable({ desk, ref }: MadeCase): Readonly<Record<string, string>> {
  const seen = new Map<string, string>();
  for (const [letter, viewer] of Object.entries(viewers)) {
    const view = viewedBy({ desk, id: ref.id }, viewer);
    const persons = view.persons.map((one) => ({ [one.role]: { ...one, id: null, role: null, meetings: null } }));
    const handoffs = view.handoffs.map(({ id, personIds, legalBasis, reasonText, messageText }) => ({
      [id.startsWith('handoff-') && /-[nwl]$/u.test(id) ? id : 'handoff-main']: {
        personIds,
        legalBasis,
        reasonText,
        messageText,
      },
    }));
    const leaves = [
      ...leavesOf({ persons, handoffs }),
      ...leavesOf({ ...view, persons: [], handoffs: [], history: [] }).filter(({ leaf }) => isWritten(leaf)),
      ...leavesOf({ intake: { concerns: view.intake.concerns, worstConcern: view.intake.worstConcern } }),
    ];
    for (const path of new Set(leaves.map((leaf) => leaf.path))) seen.set(path, (seen.get(path) ?? '') + letter);
  }
  return Object.fromEntries([...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** `persons[].person.name` as `person: { name }`. */
function nested(table: Readonly<Record<string, string>>): object {
  const rows = new Map<string, Record<string, string>>();
  for (const [path, letters] of Object.entries(table)) {
    const [owner = '', ...field] = path
      .replace(/^(?:persons|handoffs)\[\]\./u, '')
      .replaceAll('[]', '')
      .split('.');
    rows.set(owner, { ...rows.get(owner), [field.join('.')]: letters });
  }
  return Object.fromEntries(rows);
}

let before: Readonly<Record<string, string>>;
let after: Readonly<Record<string, string>>;
beforeAll(() => {
  before = fieldTable(household());
  after = fieldTable(takenOver());
});

it('[R2][R65] every field about people × every kind of viewer', () => {
  const ofAll = 'RS';
  const ofMother = 'RCS';
  const ofSon = 'RNWS';
  const letter = (readers: string): object => ({
    legalBasis: readers,
    messageText: readers,
    personIds: readers,
    reasonText: readers,
  });
  expect(nested(before)).toEqual({
    // To the office, which runs the programme: no 根拠規定 is stated, nobody else reads it.
    'handoff-main': { messageText: ofAll, personIds: ofAll },
    'handoff-n': letter('RNS'),
    'handoff-w': letter('RWS'),
    // About both: the mother's consent alone opens none of it.
    // Who told is for those who wrote the case down, and not for the office.
    intake: { concerns: ofAll, worstConcern: ofAll, reporterText: 'R', storyText: ofAll },
    sheets: { text: ofAll },
    // Of the plan, which is the mother's alone; a manager reads it with a reason.
    plans: { directionText: ofMother, 'goals.text': ofMother, 'roles.text': ofMother },
    monitoringEntries: { text: ofMother },
    // Whom a つなぎ names, of that one who it is; nothing of the consent.
    householdMember: { name: ofSon, relation: ofSon, age: ofSon, 'consent.status': ofAll },
    person: {
      ...{ name: ofMother, relation: ofMother, age: ofMother, track: ofMother, 'consent.agencies': ofMother },
      ...{ 'consent.itemClasses': ofMother, 'consent.method': ofMother, 'consent.on': ofMother },
      ...{ 'consent.purposes': ofMother, 'consent.status': ofMother, 'consent.takenBy': ofMother },
    },
  });
});

it('[R65] taking over the lead opens the letter of the つなぎ and the name in it, and closes nothing', () => {
  const opened = Object.keys(after).filter((path) => after[path]?.includes('L'));
  expect(opened).toEqual([
    ...['legalBasis', 'messageText', 'personIds[]', 'reasonText'].map((field) => `handoffs[].handoff-l.${field}`),
    ...['age', 'name', 'relation'].map((field) => `persons[].person.${field}`),
  ]);
  const others = (table: Readonly<Record<string, string>>, path: string): string =>
    (table[path] ?? '').replace('L', '');
  expect(Object.keys(before).filter((path) => others(after, path) !== before[path])).toEqual([]);
});

it('[R65] a manager who wrote down why reads the plan, that day, and nothing beside it', () => {
  const { desk, ref } = household();
  const manager = person('office', 'manager');
  const writtenFor = (viewer: Actor): readonly string[] => {
    const { history: _history, ...view } = viewedBy({ desk, id: ref.id }, viewer);
    return [...new Set(leavesOf(view).flatMap(({ leaf, path }) => (isWritten(leaf) ? [path] : [])))].toSorted();
  };
  expect(writtenFor(manager)).toEqual([]);
  desk.done(ref, { type: 'read-plan-with-reason', reasonText: 'text-reason' }, manager);
  expect(writtenFor(manager)).toEqual(['plans[].directionText', 'plans[].goals[].text', 'plans[].roles[].text']);
  expect(writtenFor(person('office', 'deputy'))).toEqual([]);
  desk.passOpenDays(1);
  expect(writtenFor(manager)).toEqual([]);
});

it('[R2] a consent that leaves out 属性 opens no name, neither on the page nor among the texts', () => {
  const { desk, ref } = household();
  const nameFor = (): string | null | undefined =>
    viewedBy({ desk, id: ref.id }, person('kikan', 'staff')).persons.find(({ id }) => id === say.mother)?.name;
  expect(nameFor()).toMatch(/書かれたこと/u);
  desk.done(ref, say.consents(desk, say.mother, { itemClasses: ['health'] }));
  expect(nameFor()).toBeNull();
});
