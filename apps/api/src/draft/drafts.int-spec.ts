import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { draftLimits, pruneDrafts } from '#libs/persistence';
import type { DraftList, DraftView } from '#libs/views';
import pg from 'pg';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { openApiBed, TestBrowser, type ApiBed } from '../testing/api-bed.ts';

// Real: PostgreSQL and its roles, HTTP (by inject).

let database: FreshDatabase;
let bed: ApiBed;
let superuser: pg.Client;
const words = '長男の部屋の前で三十分待った';
const draft = { title: 'R8-003 連絡を記録する', content: JSON.stringify({ values: { storyText: words } }) };

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  bed = await openApiBed({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await bed.close();
  await database.drop();
});

const signedIn = async (login: string): Promise<TestBrowser> => new TestBrowser(bed).signIn(login);
const logins = (): readonly string[] => [...bed.people.keys()];

it('keeps what was typed until it is sent or thrown away, also over a sign-out', async () => {
  const [login = ''] = logins();
  const before = await signedIn(login);
  expect((await before.send('PUT', '/api/drafts/cases.new', draft)).status).toBe(200);
  await before.send('PUT', '/api/drafts/cases.new', { ...draft, content: '{"second":true}' });
  await before.send('DELETE', '/api/session');

  const after = await signedIn(login);
  expect(await after.get<DraftView>('/api/drafts/cases.new')).toMatchObject({ content: '{"second":true}' });
  const list = await after.get<DraftList>('/api/drafts');
  expect(list.items.map(({ place, title }) => [place, title])).toEqual([['cases.new', draft.title]]);

  expect((await after.send('DELETE', '/api/drafts/cases.new')).status).toBe(204);
  expect(await after.get<DraftView>('/api/drafts/cases.new')).toEqual({ content: null, savedAtMs: null });
  expect(await after.get<DraftList>('/api/drafts')).toEqual({ items: [] });
});

it('shows it to nobody else, and to nobody without a session', async () => {
  const [login = '', other = ''] = logins();
  const own = await signedIn(login);
  await own.send('PUT', '/api/drafts/cases.new', draft);
  const colleague = await signedIn(other);
  expect(await colleague.get<DraftView>('/api/drafts/cases.new')).toEqual({ content: null, savedAtMs: null });
  await colleague.send('DELETE', '/api/drafts/cases.new');
  expect((await own.get<DraftView>('/api/drafts/cases.new')).content).toBe(draft.content);
  for (const [method, path, body] of [
    ['GET', '/api/drafts', undefined],
    ['GET', '/api/drafts/cases.new', undefined],
    ['PUT', '/api/drafts/cases.new', draft],
    ['DELETE', '/api/drafts/cases.new', undefined],
  ] as const)
    expect([method, (await new TestBrowser(bed).send(method, path, body)).status]).toEqual([method, 401]);
});

it('writes neither the words nor what the form is called in clear', async () => {
  const own = await signedIn(logins()[0] ?? '');
  await own.send('PUT', '/api/drafts/cases.new', draft);
  const { rows } = await superuser.query<{ line: string; sealed: Buffer }>(
    `select d::text as line, d.ciphertext as sealed from draft d`,
  );
  expect(rows).toHaveLength(1);
  for (const text of [words, draft.title]) {
    expect(rows[0]?.line).not.toContain(text);
    expect(rows[0]?.sealed.includes(Buffer.from(text, 'utf8'))).toBe(false);
  }
});

it('is bounded: in length, in number, in days, in what an address may hold', async () => {
  const own = await signedIn(logins()[2] ?? '');
  const long = await own.send('PUT', '/api/drafts/cases.new', {
    ...draft,
    content: 'あ'.repeat(draftLimits.contentLength + 1),
  });
  expect(long).toMatchObject({ status: 400, body: { errors: [{ field: 'content' }] } });
  for (const place of ['a.b.c.d.e', encodeURIComponent('長男'), 'x'.repeat(draftLimits.placeLength + 1), '.'])
    expect([place, (await own.send('PUT', `/api/drafts/${place}`, draft)).status]).toEqual([place, 404]);

  for (let n = 0; n <= draftLimits.each; n += 1) await own.send('PUT', `/api/drafts/form-${n}`, draft);
  const { items } = await own.get<DraftList>('/api/drafts');
  expect(items).toHaveLength(draftLimits.each);
  expect(items.map(({ place }) => place)).not.toContain('form-0');

  await superuser.query(`update draft set expires_at = now() - interval '1 second' where place = 'form-1'`);
  expect(await own.get<DraftView>('/api/drafts/form-1')).toEqual({ content: null, savedAtMs: null });
  expect(await pruneDrafts(bed.parts.clockRole)).toBe(1);
  expect(await pruneDrafts(bed.parts.clockRole)).toBe(0);
});
