import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordKinds } from '#libs/contracts';
import { definitionOf, type Actor, type CaseState, type KeptState, type Post, type SittingState } from '#libs/domain';
import type { DomainDesk } from '../../domain/src/testing/domain-desk.ts';
import { desksOfEveryKind } from '../../domain/src/testing/every-kind.ts';
import {
  accessPolicy,
  decideWithoutRecord,
  listScopeOf,
  mayRead,
  maySee,
  type RecordInQuestion,
} from './access-policy.ts';
import { decisionTable, isAction } from './decide.ts';
import type { Action, Asker, ReadAction } from './question.ts';
import { readingTable } from './reading-table.ts';
import type { Subject } from './record-grounds.ts';

/** A record as it stands in one of the desks, with every id and agency that its log names. */
interface Stood {
  readonly desk: DomainDesk;
  readonly record: RecordInQuestion & { readonly state: KeptState };
  readonly words: ReadonlySet<string>;
}

const posts: readonly Post[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];
const person = (agency: string, ...held: readonly Post[]): Actor & { readonly kind: 'person' } => ({
  kind: 'person',
  membershipId: `member-${agency}`,
  agency,
  posts: held,
});
const reads = Object.keys(readingTable) as readonly ReadAction[];
const commands = Object.keys(decisionTable)
  .filter(isAction)
  .filter((action): action is Exclude<Action, ReadAction> => !reads.some((read) => read === action));

let stood: readonly Stood[];

beforeAll(() => {
  stood = desksOfEveryKind().flatMap((desk) =>
    [...desk.refs.values()].map((ref) => {
      const state = desk.state(ref);
      const record = { ref, state, rules: desk.rules, today: desk.today };
      return { desk, record, words: wordsIn([state, desk.logs.get(ref.id)]) };
    }),
  );
});

/** Every string in it, and every name of a field. */
function wordsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) wordsIn(inner, found.add(name));
  return found;
}

const isId = (word: string): boolean => /-\d+$|^resident-/u.test(word) && !/text|goal|document/iu.test(word);
/** Everything that could be asked about in the record: each of its ids in the place of each of these subjects. */
const subjectsOf = ({ words }: Stood, ...fields: readonly (keyof Subject)[]): readonly Subject[] => [
  {},
  ...[...words].filter(isId).flatMap((id) => fields.map((field) => ({ [field]: id }))),
];

/** Agencies of which neither state nor log says a word, and which are not the office; one that exists nowhere is always among them. */
const strangersTo = ({ words, record: { rules } }: Stood): readonly string[] =>
  [...rules.agencies.map(({ code }) => code), 'elsewhere'].filter(
    (code) => !words.has(code) && code !== rules.competentSection && code !== rules.coordinatingBody,
  );

/** Whoever has a session and no ground, with all posts at once: no single one may more (R85). */
const withoutGround = (one: Stood): readonly (Actor & { readonly kind: 'person' })[] =>
  strangersTo(one)
    .slice(-2)
    .map((agency) => person(agency, ...posts));

/** What is asked of no record: which rows a list holds is judged record by record (below). */
const ofNoRecord: readonly ReadAction[] = [
  ...(['case.list', 'my-work.read', 'sitting.list', 'profile.read', 'pages.read', 'health.read'] as const),
  ...(['openapi.read', 'session.begin', 'session.read', 'session.end', 'demo-people.list', 'draft.keep'] as const),
];
const ofRecords = reads.filter((read) => !ofNoRecord.includes(read));
/** A beginning makes a record of one's own. */
const beginnings: readonly string[] = recordKinds.flatMap((kind) => Object.keys(definitionOf(kind).beginnings));
const toRecords = commands.filter((type) => !beginnings.includes(type));

const said = ({ record: { ref, state } }: Stood, asker: Asker, ...more: readonly unknown[]): string =>
  JSON.stringify([ref.kind, state.id, asker, ...more]);

describe('without any ground', () => {
  it('[R65] nobody sees that a record is there, nor reads anything of it, whatever of it is asked about', () => {
    expect(stood.filter((one) => strangersTo(one).length > 1).length).toBeGreaterThan(20);
    const opened = stood.flatMap((one) =>
      withoutGround(one).flatMap((asker) => [
        ...(maySee(asker, one.record) ? [said(one, asker)] : []),
        ...subjectsOf(one, 'handoffId', 'personId', 'invitationId', 'itemId', 'taskId').flatMap((subject) =>
          ofRecords
            .filter((action) => mayRead(asker, action, one.record, subject))
            .map((action) => said(one, asker, action, subject)),
        ),
      ]),
    );
    expect(opened).toEqual([]);
  });

  it('[R65] nobody gives a record any command there is, whatever its fields name', () => {
    const given = stood.flatMap((one) =>
      withoutGround(one).flatMap((asker) =>
        subjectsOf(one, 'handoffId', 'invitationId', 'taskId').flatMap((subject) =>
          toRecords
            .map((type) => ({ ...subject, agency: asker.agency, type }))
            .filter((command) => accessPolicy.allows(asker, command, one.record).allowed)
            .map((command) => said(one, asker, command)),
        ),
      ),
    );
    expect(given).toEqual([]);
  });
});

/** Does a list of this kind hold the record for this asker, as the rows of persistence are chosen? */
function isListed(asker: Asker, { record: { ref, state, rules } }: Stood): boolean {
  const scope = listScopeOf(asker, ref.kind, rules);
  return (
    scope.kind === 'municipality' ||
    (scope.kind === 'agency' && definitionOf(ref.kind).agencies(state).includes(scope.agency))
  );
}

describe('a list', () => {
  it('[R65] holds only records that its reader may open', () => {
    const tooMany = stood.flatMap((one) =>
      [...one.record.rules.agencies.map(({ code }) => code), 'elsewhere'].flatMap((agency) =>
        posts
          .map((post) => person(agency, post))
          .filter((asker) => isListed(asker, one) && !maySee(asker, one.record))
          .map((asker) => said(one, asker)),
      ),
    );
    expect(tooMany).toEqual([]);
  });
});

/** Nobody presided yet, and the office takes part in nothing: then a manager has nothing but that office (R65). */
const isOverseenOnly = ({ record: { state } }: Stood): boolean => {
  const { attendance, items, placements, participants } = state as Partial<SittingState & CaseState>;
  return (
    !attendance &&
    ![...(items ?? []), ...(placements ?? [])].some(({ agencies }) => agencies.includes('office')) &&
    participants?.some(({ agency }) => agency === 'office') !== true
  );
};

describe('with general rights only', () => {
  it('[R65] a manager learns where a record stands, and reads nothing that is written', () => {
    const opened = new Set(
      stood
        .filter(isOverseenOnly)
        .flatMap((one) =>
          (['manager', 'deputy'] as const).flatMap((post) =>
            ofRecords.filter((action) => mayRead(person('office', post), action, one.record)),
          ),
        ),
    );
    expect([...opened].toSorted()).toEqual([
      ...['board.read', 'case.read', 'case.read-work', 'sitting.oversee', 'sitting.read', 'track.read'],
    ]);
  });

  it('asked of no record, the office may read its board and nothing of a record', () => {
    const opened = posts.flatMap((post) =>
      ofRecords.filter(
        (action) => decideWithoutRecord(person('elsewhere', post), action, stood[0]?.record.rules).allowed,
      ),
    );
    expect(opened).toEqual([]);
  });
});
