import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inMunicipality } from '#libs/persistence';
import type { HistoryEntry, LeavingList, NoticeView, OlderEntries, Page } from '#libs/views';
import pg from 'pg';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { leavingLists } from './case/view/leaving-lists.ts';
import { municipality, openApiBed, TestBrowser } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { readingsInLedger } from './testing/readings-in-ledger.ts';
import { openLongHousehold, type LongHousehold } from './testing/long-household.ts';

// Who is told what of that which has left a record, over HTTP. Real: PostgreSQL, executor, rules, access table, profile, procedures.

let database: FreshDatabase;
let desk: JourneyDesk;
let household: LongHousehold;
let cases: string;

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
  household = await openLongHousehold(desk);
  cases = `/api/cases/${household.caseId}`;
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

const statusOf = async (login: string, url: string): Promise<number> => (await desk.as(login).send('GET', url)).status;
const older = async (login: string, list: LeavingList, query = ''): Promise<OlderEntries> =>
  desk.as(login).get<OlderEntries>(`${cases}/older/${list}?${query}`);

/** Every page of one entry each. */
async function pagesOf<T extends { readonly next: string | null }>(login: string, url: string): Promise<readonly T[]> {
  const pages = [await desk.as(login).get<T>(`${url}?limit=1`)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await desk.as(login).get<T>(`${url}?limit=1&after=${next}`));
  return pages;
}

const cursor = (login: string, list: string, ...key: readonly unknown[]): string =>
  desk.bed.cursor(login, list, ...key);
const left = (list: LeavingList): string => `left/${household.caseId}/${list}`;

const addresses = (login: string): readonly string[] => [
  cases,
  `${cases}/history`,
  `${cases}/history?keeping=true&limit=200`,
  `${cases}/history?after=${cursor(login, `history/${household.caseId}`, 3)}`,
  `${cases}/notices`,
  ...leavingLists.map((list) => `${cases}/older/${list}`),
  `${cases}/older/contacts?after=${cursor(login, left('contacts'), 99, 'x')}`,
  `${cases}/older/past`,
  `${cases}/older/droppedPlacements`,
  ...household.sittings.flatMap((id) => ['', '/history', '/notices'].map((page) => `/api/sittings/${id}${page}`)),
];

const askedBy = async (login: string): Promise<ReadonlySet<number>> => {
  const statuses = new Set<number>();
  for (const address of addresses(login)) statuses.add(await statusOf(login, address));
  return statuses;
};

describe('what has left the state of a case', () => {
  it('[R65] is not there for an agency without a part in it, whatever is asked', async () => {
    expect(await askedBy('sakura')).toEqual(new Set([404]));
    for (const address of addresses('sakura'))
      expect((await new TestBrowser(desk.bed).send('GET', address)).status).toBe(401);
  });

  it('is read on by the names of its lists only', async () => {
    for (const name of ['past', 'droppedPlacements', '__proto__', 'constructor', 'persons', 'Contacts', 'contacts%00'])
      expect([name, await statusOf('midori', `${cases}/older/${name}`)]).toEqual([name, 404]);
  });

  it('[R24] shows of the 案件 whoever sat there its own, and no page and no cursor tells of another', async () => {
    const own = await pagesOf<OlderEntries>('hiroshi', `${cases}/older/placements`);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      placements: [{ agencies: ['houkatsu', 'hoken'], result: 'shared', masked: false }],
      next: null,
    });
    expect(await older('shigeru', 'placements', 'limit=1')).toMatchObject({ placements: [], next: null });
    expect(await pagesOf('aoi', `${cases}/older/placements`)).toHaveLength(4);
  });

  it('[R24] rests on the same ground on each page: who sat with a person long ago reads of that person', async () => {
    const page = await desk.readCase(household.caseId, 'hiroshi');
    expect(page.persons.map(({ name }) => name)).toEqual(['見本 千代', null]);
    expect(page.contacts.map(({ text }) => text)).toEqual(Array(4).fill('玄関で話せた。'));
    const read = await pagesOf<OlderEntries>('hiroshi', `${cases}/older/contacts`);
    expect(read.flatMap(({ contacts }) => contacts.map(({ text }) => text))).toEqual(Array(6).fill('玄関で話せた。'));
  });

  it('[R24] tells of a 決定事項 those who sat on its 案件, and nobody else that it is there', async () => {
    const texts = async (login: string): Promise<readonly (string | null)[]> => {
      const left = (await older(login, 'tasks')).tasks;
      const { tasks } = await desk.readCase(household.caseId, login);
      return [...left, ...tasks].map(({ text }) => text);
    };
    const ofShakyo = Array<string>(5).fill('家族会に誘う。');
    expect(await texts('aoi')).toEqual(['保健師が電話する。', ...ofShakyo]);
    expect(await texts('hiroshi')).toEqual(['保健師が電話する。']);
    expect(await texts('yukari')).toEqual(ofShakyo);
    expect(await texts('shigeru')).toEqual([]);
    for (const [login, told] of [
      ['midori', 6],
      ['hiroshi', 1],
      ['yukari', 5],
      ['shigeru', 0],
    ] as const) {
      const pages = await pagesOf<Page<HistoryEntry>>(login, `${cases}/history`);
      const done = pages.flatMap(({ items }) => items).filter(({ type }) => type === 'task-finished');
      expect([login, done.map(({ texts: [written] }) => written?.text)]).toEqual([login, Array(told).fill('済んだ。')]);
      // No page is empty for what was passed over, and no line is numbered: that would tell how many there are.
      expect([login, new Set(pages.map(({ items }) => items.length))]).toEqual([login, new Set([1])]);
      if (login !== 'midori') expect(new Set(done.map(({ seq }) => seq))).toEqual(new Set(told === 0 ? [] : [null]));
    }
  });

  it('[R65] shows the managers that there is something, and nothing of what it says', async () => {
    const [contacts, placements] = [await older('takashi', 'contacts'), await older('takashi', 'placements')];
    expect(contacts.contacts).toHaveLength(6);
    for (const one of contacts.contacts) expect(one).toMatchObject({ text: null, method: null, result: null });
    for (const one of placements.placements)
      expect(one).toMatchObject({ purpose: null, result: null, legalBasis: null, personIds: [], masked: true });
    const { items } = await desk.as('takashi').get<Page<HistoryEntry>>(`${cases}/history?limit=200`);
    expect(items.flatMap(({ texts }) => texts.map(({ text }) => text)).filter((text) => text !== null)).toEqual([]);
  });

  it('[R24] opens at the sitting itself what came of its 案件, also long afterwards', async () => {
    const [first = '', second = ''] = household.sittings;
    const came = async (login: string, id: string): Promise<unknown> =>
      (await desk.readSitting(id, login)).items[0]?.disposition?.nextStepText;
    expect([await came('hiroshi', first), await came('yukari', second)]).toEqual([
      '保健師が電話する。',
      '訪問で会う。',
    ]);
    expect(await statusOf('hiroshi', `/api/sittings/${second}/history`)).toBe(404);
  });

  it('takes only what a page can hold', async () => {
    for (const limit of ['0', '201', '-1', '1.5'])
      expect(await statusOf('hiroshi', `${cases}/older/contacts?limit=${limit}`)).toBe(400);
  });
});

describe('情報提供の記録 of what was read on', () => {
  const added = async (agency: string, read: () => Promise<unknown>): Promise<readonly object[]> => {
    const rows = async (): Promise<readonly object[]> => readingsInLedger(desk.bed, household.caseId, agency);
    const before = (await rows()).length;
    await read();
    // Each kind of text has a row of its own.
    const told = (await rows()).slice(before);
    return [...new Map(told.map((row) => [JSON.stringify(row), row])).values()];
  };

  it('[R64] has each reading by another agency, of entries and of the history, person by person on its ground', async () => {
    const ofMother = [{ person: household.mother, basis: 'socialWelfareAct106-6' }];
    for (const page of ['', '/older/contacts', '/older/placements', '/history?limit=200'])
      expect([page, await added('hoken', async () => desk.as('hiroshi').get(cases + page))]).toEqual([page, ofMother]);
    // 社協 sat with the son too; what it reads here is about the mother.
    expect(await added('shakyo', async () => older('yukari', 'contacts'))).toEqual(ofMother);
  });

  it('[R64] has nothing where nothing was said of anybody, nor what the lead agency and the office read in their task', async () => {
    for (const page of ['/older/contacts', '/older/tasks', '/notices'])
      expect(await added('kikan', async () => desk.as('shigeru').get(cases + page))).toEqual([]);
    expect(await added('hoken', async () => older('hiroshi', 'monitoringEntries'))).toEqual([]);
    expect(await added('hoken', async () => desk.as('hiroshi').get(`${cases}/notices`))).toEqual([]);
    expect(await added('houkatsu', async () => older('aoi', 'contacts'))).toEqual([]);
    expect(await added('hokenfukushi', async () => older('midori', 'contacts'))).toEqual([]);
  });
});

describe('a row of what has left', () => {
  it('holds ids, codes and dates, and not a word about anybody', async () => {
    const bodies = await inMunicipality(desk.bed.parts.app, { municipality }, async (tx) =>
      tx.rows<{ body: object }>(
        { name: 'test-left-bodies', text: 'select id, body from left_entry where municipality_id = $1' },
        [municipality],
      ),
    );
    expect(bodies.length).toBeGreaterThan(5);
    const words = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(words)
          : [];
    for (const word of words(bodies)) expect(word).toMatch(/^[\w/-]{1,60}$/u);
  });
});

describe('a record that an older build wrote', () => {
  it('is read on as one of today is, page by page', async () => {
    const all = async (): Promise<readonly unknown[]> => {
      const read: unknown[] = [];
      for (const login of ['aoi', 'hiroshi', 'yukari', 'shigeru', 'takashi'])
        for (const list of leavingLists)
          for (const { next, ...page } of await pagesOf<OlderEntries>(login, `${cases}/older/${list}`))
            read.push({ ...page, goesOn: next !== null });
      return read;
    };
    const today = await all();
    const superuser = new pg.Client(database.superuserUrl);
    await superuser.connect();
    try {
      const kept = await superuser.query('select * from left_entry');
      await superuser.query('update record set shape = 1');
      await superuser.query('delete from left_entry');
      expect(await all()).toEqual(today);
      const rows = JSON.stringify(kept.rows);
      await superuser.query('insert into left_entry select * from json_populate_recordset(null::left_entry, $1)', [
        rows,
      ]);
      await superuser.query('update record set shape = 3');
    } finally {
      await superuser.end();
    }
  });
});

describe('as others come and go', () => {
  it('[R2] consent of the mother shows nothing that was said on a 支援会議, and nothing at all once it is taken back', async () => {
    const { caseId, mother } = household;
    await desk.give(caseId, 'aoi', 'record-consent', `consent/${mother}`, {
      personId: mother,
      status: 'given',
      on: desk.today,
      method: 'signature',
      agencies: ['houkatsu', 'kikan'],
      purposes: ['supportCoordination'],
      itemClasses: ['attributes'],
      representative: null,
      reviewOn: null,
    });
    const read = async (): Promise<readonly unknown[]> => [
      await older('shigeru', 'contacts'),
      await older('shigeru', 'placements'),
      await older('shigeru', 'tasks'),
      await desk.as('shigeru').get(`${cases}/history?limit=200&keeping=true`),
    ];
    const page = await desk.readCase(caseId, 'shigeru');
    expect(page.persons.map(({ name }) => name)).toEqual(['見本 千代', '見本 直樹']);
    for (const said of ['玄関で', '保健師が', '家族会', '訪問で', '通院の日', '済んだ', 'outreach', '106-6'])
      expect([said, JSON.stringify(await read()).includes(said)]).toEqual([said, false]);
    const how = { on: desk.today, method: 'oral', representative: null, reasonText: '役場に知られたくない。' };
    const withdrawal = { personId: mother, agencies: 'all', ...how };
    await desk.give(caseId, 'aoi', 'withdraw-consent', `consent/${mother}`, withdrawal);
    for (const said of ['見本', '知られたくない', '介護だけでは'])
      expect([said, JSON.stringify(await read()).includes(said)]).toEqual([said, false]);
    expect((await desk.readCase(caseId, 'shigeru')).persons.map(({ name }) => name)).toEqual([null, '見本 直樹']);
  });

  it('[R65] the receiver of a つなぎ has its letter, no entry, no cursor and no notice to others; then nothing, when it declined', async () => {
    const { caseId } = household;
    const about = {
      personIds: [household.mother, household.son],
      legalBasis: 'personalInformationAct27-1',
      reasonText: '子の安全のため。',
    };
    const letter = { to: 'kodomo', purpose: 'join', main: false, messageText: '子の見立て。', ...about };
    await desk.give(caseId, 'aoi', 'send-handoff', 'stage', letter);
    const seen = await desk.readCase(caseId, 'sakura');
    expect(seen.handoffs).toMatchObject([{ messageText: '子の見立て。' }]);
    expect(new Set(Object.values(seen.older))).toEqual(new Set([null]));
    for (const list of leavingLists)
      expect(await older('sakura', list, 'limit=1')).toEqual({
        ...Object.fromEntries(leavingLists.map((name) => [name, []])),
        next: null,
      });
    const notices = await pagesOf<Page<NoticeView>>('sakura', `${cases}/notices`);
    expect(notices.map(({ items }) => items.map(({ recipient }) => recipient.agency))).toEqual([['kodomo']]);
    expect(seen.notices.next).toBeNull();
    const handoffId = seen.handoffs[0]?.id ?? '';
    const answer = { handoffId, reason: 'noCapacity', suggestion: 'otherAgency', answerText: '人手がない。' };
    await desk.give(caseId, 'sakura', 'decline-handoff', `handoff/${handoffId}`, answer);
    expect(await askedBy('sakura')).toEqual(new Set([404]));
  });

  it('[R65] an agency that was released reads no more, and the lead agency reads that it was there', async () => {
    const release = { agency: 'hoken', reasonText: '役目を終えた。' };
    await desk.give(household.caseId, 'aoi', 'release-agency', 'participants', release);
    for (const page of [...leavingLists.map((list) => `older/${list}`), 'history'])
      expect(await statusOf('hiroshi', `${cases}/${page}`)).toBe(404);
    expect((await older('aoi', 'participants')).participants).toMatchObject([{ agency: 'hoken' }]);
  });
});
