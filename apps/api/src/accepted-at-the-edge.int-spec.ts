import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed, type Answered } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';

// Real: PostgreSQL, executor, rules, HTTP (by inject). Driven: time, 2026-06-01 09:00 in Japan.

let database: FreshDatabase;
let desk: JourneyDesk;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  desk = await JourneyDesk.open(
    await openApiBed({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs }),
  );
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await desk.bed.close();
  await database.drop();
});

const person = { role: 'person', relation: 'self', birthYear: null as unknown, nameText: '架空 花子' };
const intake = {
  receivedOn: '2026-06-01',
  point: 'houkatsu',
  version: 'withoutConsent',
  urgent: false,
  concerns: ['withdrawal'],
  worstConcern: 'withdrawal',
  triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
  persons: [person] as unknown,
  storyText: '架空の相談',
  reporterText: null,
  contactRulesText: null,
};
const sitting = {
  body: 'supportMeeting',
  heldOn: '2026-06-22',
  startsAt: '13:30',
  endsAt: '15:00',
  placeText: '役場',
  item: null,
};

let sent = 0;
const post = async (url: string, body: object, login = 'aoi'): Promise<Answered> =>
  desk
    .as(login)
    .send('POST', url, { commandId: `01990000-0000-7000-8000-${String((sent += 1)).padStart(12, '0')}`, ...body });

const wrongFields = ({ body }: Answered): readonly string[] =>
  ((body['errors'] ?? []) as readonly { field: string }[]).map(({ field }) => field);

describe('a date', () => {
  it.each([
    '1872-12-31',
    '1988-12-31',
    '2026-06-02',
    '9999-12-31',
    '5000-01-01',
    '0001-01-01',
    '20260-01-01',
    '令和8年6月1日',
    '2026-02-30',
  ])('of receiving is refused at its field: %s', async (receivedOn) => {
    const answered = await post('/api/cases', { ...intake, receivedOn });
    expect([400, 409]).toContain(answered.status);
    expect(wrongFields(answered)).toEqual(['receivedOn']);
  });

  it.each(['2026-05-31', '2031-06-02', '5000-01-05', '9999-12-31', '1872-12-31'])(
    'of a meeting is refused at its field: %s',
    async (heldOn) => {
      const answered = await post('/api/sittings', { ...sitting, heldOn }, 'midori');
      expect([400, 409]).toContain(answered.status);
      expect(wrongFields(answered)).toEqual(['heldOn']);
    },
  );

  it.each(['1872-12-31', '9999-12-31', '2026-06-02', '1988-01-01'])(
    'of a consent is refused at its field: %s',
    async (on) => {
      const caseId = await desk.openHousehold();
      const { persons, parts } = await desk.readCase(caseId);
      const personId = persons[0]?.id ?? '';
      const consent = {
        partVersion: parts[`consent/${personId}`] ?? 0,
        personId,
        status: 'given',
        on,
        method: 'signature',
        agencies: ['houkatsu'],
        purposes: ['supportCoordination'],
        itemClasses: ['attributes'],
        representative: null,
        reviewOn: null,
      };
      const answered = await post(`/api/cases/${caseId}/record-consent`, consent);
      expect([400, 409]).toContain(answered.status);
      expect(wrongFields(answered)).toEqual(['on']);
    },
  );

  it('that stands in a record, whatever it is, never makes its pages or lists unreadable', async () => {
    const caseId = await desk.openHousehold();
    for (const on of ['1872-12-31', '0001-01-01', '9999-12-31']) {
      await superuser.query(
        `update record set state = jsonb_set(state, '{intake,receivedOn}', to_jsonb($2::text)) where id = $1`,
        [caseId, on],
      );
      for (const url of [`/api/cases/${caseId}`, `/api/cases/${caseId}/history`, '/api/cases', '/api/my-work'])
        expect([on, url, (await desk.as('aoi').send('GET', url)).status]).toEqual([on, url, 200]);
    }
  });
});

describe('a year of birth', () => {
  it.each([
    1872,
    0,
    -1,
    2027,
    1944.5,
    '昭和70年',
    '明治5',
    '令和30',
    '44',
    '82歳',
    'わからない',
    '',
    ' ',
    true,
    {},
    ['昭和19'],
  ])('that cannot be is refused at its field, never silently nothing: %j', async (birthYear) => {
    const answered = await post('/api/cases', { ...intake, persons: [{ ...person, birthYear }] });
    expect([400, 409]).toContain(answered.status);
    expect(wrongFields(answered)).toEqual(['persons.0.birthYear']);
  });

  it.each([1873, 1944, 2026, null])('that can be is taken: %j', async (birthYear) => {
    expect((await post('/api/cases', { ...intake, persons: [{ ...person, birthYear }] })).status).toBe(200);
  });

  it.each(['昭和19', 'S19', '1944年', '1944/5/1', '１９４４'])(
    'that is written as %s is kept as 1944',
    async (birthYear) => {
      const { body } = await post('/api/cases', { ...intake, persons: [{ ...person, birthYear }] });
      const { rows } = await superuser.query<{ year: unknown }>(
        `select state #> '{persons,0,birthYear}' as year from record where id = $1`,
        [body['id']],
      );
      expect(rows).toEqual([{ year: 1944 }]);
    },
  );
});

const half = String.fromCharCode(0xd800);

describe('a text', () => {
  it.each([
    '',
    ' ',
    '\u3000',
    '\u200B',
    '\u3164',
    '\u2800',
    '\u0301',
    '\u00AD',
    'a\u0000',
    'a\u001B[2J',
    `a${half}`,
    'a\u202Eb',
    'a\u2066b',
  ])('that nobody sees, or that hides something, is refused at its field: %j', async (text) => {
    const story = await post('/api/cases', { ...intake, storyText: text });
    expect([story.status, wrongFields(story)]).toEqual([400, ['storyText']]);
    const name = await post('/api/cases', { ...intake, persons: [{ ...person, nameText: text }] });
    expect([name.status, wrongFields(name)]).toEqual([400, ['persons.0.nameText']]);
  });

  it.each(['架空\n花子', '架空\r花子', '架空\u2028花子'])('that is a name has no line break: %j', async (nameText) => {
    const answered = await post('/api/cases', { ...intake, persons: [{ ...person, nameText }] });
    expect([answered.status, wrongFields(answered)]).toEqual([400, ['persons.0.nameText']]);
  });

  it.each(['葛\u{E0100}飾', '辻\uFE00', 'か\u3099', '👨\u200D👩\u200D👧', '𠮷野家', '一行目\n二行目\tここ'])(
    'keeps its variation selectors, combining marks and breaks: %j',
    async (storyText) => {
      const answered = await post('/api/cases', { ...intake, storyText });
      expect(answered.status).toBe(200);
      const { intake: read } = await desk.readCase(String(answered.body['id']), 'aoi');
      expect(read.storyText).toBe(storyText);
    },
  );
});

describe('a list of objects', () => {
  it.each(['[[]]', '[null]', '["x"]', '[1]', '[[{}]]', '[{}]'])('holds objects: %s', async (text) => {
    const persons: unknown = JSON.parse(text);
    const answered = await post('/api/cases', { ...intake, persons });
    expect(answered.status).toBe(400);
    expect(wrongFields(answered).every((field) => field.startsWith('persons'))).toBe(true);
  });

  it.each(['x', 1, null, {}, true])('is a list: %j', async (persons) => {
    const answered = await post('/api/cases', { ...intake, persons });
    expect([answered.status, wrongFields(answered)]).toEqual([400, ['persons']]);
  });

  it.each(['[]', '"x"', '1', 'null', '[[]]', '{"__proto__":{"a":1}}'])(
    'is not the body itself: %s',
    async (payload) => {
      const answered = await desk.bed.app.inject({
        method: 'POST',
        url: '/api/cases',
        headers: { ...desk.as('aoi').headers, 'content-type': 'application/json' },
        payload,
      });
      expect(answered.statusCode).toBe(400);
      expect(answered.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    },
  );
});
