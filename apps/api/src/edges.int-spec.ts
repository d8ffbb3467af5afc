import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inMunicipality } from '#libs/persistence';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { municipality, openApiBed, publicUrl, TestBrowser, type ApiBed } from './testing/api-bed.ts';

// Real: PostgreSQL, Fastify with its hooks (by inject), the static files of a small made-up web build.

let database: FreshDatabase;
let webRoot: string;
let bed: ApiBed;

beforeAll(async () => {
  database = await freshDatabase();
  webRoot = await mkdtemp(join(tmpdir(), 'tsunagi-pages-'));
  for (const folder of ['assets', 'o/assets']) await mkdir(join(webRoot, folder), { recursive: true });
  await writeFile(join(webRoot, 'index.html'), '<title>office</title>');
  await writeFile(join(webRoot, 'o/reply.html'), '<title>reply</title>');
  await writeFile(join(webRoot, 'assets/app-1a2b.js'), 'export {};');
  await writeFile(join(webRoot, 'o/assets/reply-3c4d.js'), 'export {};');
  bed = await openApiBed({
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    startMs: Date.UTC(2026, 5, 1, 0),
    webRoot,
  });
});

afterAll(async () => {
  await bed.close();
  await database.drop();
  await rm(webRoot, { recursive: true });
});

const sessions = async (change: string): Promise<{ token_hash: Buffer; expires_at: Date }[]> =>
  inMunicipality(bed.parts.app, { municipality }, async (tx) =>
    tx.rows({ name: `test-sessions-${createHash('sha256').update(change).digest('hex').slice(0, 12)}`, text: change }, [
      municipality,
    ]),
  );

describe('a session', () => {
  it('is needed for everything but the way in, health, the description and the outside', async () => {
    const nobody = new TestBrowser(bed);
    for (const url of [
      '/api/session',
      '/api/profile',
      '/api/my-work',
      '/api/cases',
      `/api/cases/${randomUUID()}`,
      '/api/sittings',
      '/api/board',
    ]) {
      expect(await nobody.send('GET', url)).toMatchObject({ status: 401, body: { code: 'session.missing' } });
    }
    expect((await nobody.send('POST', '/api/cases/advice', {})).status).toBe(401);
    expect((await nobody.send('GET', '/api/openapi.json')).status).toBe(200);
    expect((await nobody.send('GET', '/api/health')).body).toMatchObject({
      database: 'ok',
      wrong: ['worker', 'notifier'],
    });
    const { people } = await nobody.get<{ people: readonly { displayName: string }[] }>('/api/demo/people');
    expect(people).toHaveLength(bed.people.size);
    expect(people[0]).toMatchObject({
      displayName: '担当 みどり',
      agencyName: '保健福祉課',
      roleText: '多機関協働の担当、事務局',
    });
  });

  it('is a cookie out of reach of scripts, of which only the hash is kept', async () => {
    const answered = await new TestBrowser(bed).send('POST', '/api/session', {
      membershipId: bed.people.get('midori'),
    });
    const cookie = answered.headers['set-cookie'] as string;
    expect(cookie).toMatch(/^tsunagi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/u);
    const token = /=([\w-]+);/u.exec(cookie)?.[1] ?? '';
    const kept = await sessions('select token_hash, expires_at from session where municipality_id = $1');
    expect(kept.length).toBeGreaterThan(0);
    for (const { token_hash } of kept)
      expect([token_hash.toString('base64url'), token_hash.toString()]).not.toContain(token);
    expect(answered.body).toMatchObject({
      displayName: '担当 みどり',
      agency: 'hokenfukushi',
      municipality: { name: '東吾妻町' },
      demo: true,
    });
  });

  it('ends when it is ended, when it was not used for an hour, and never later than twelve hours after it began', async () => {
    const midori = await new TestBrowser(bed).signIn('midori');
    expect((await midori.send('DELETE', '/api/session')).status).toBe(204);
    expect((await midori.send('GET', '/api/session')).status).toBe(401);

    const aoi = await new TestBrowser(bed).signIn('aoi');
    await sessions(
      `update session set created_at = now() - interval '11 hours 50 minutes', expires_at = now() + interval '5 minutes' where municipality_id = $1`,
    );
    expect((await aoi.send('GET', '/api/session')).status).toBe(200);
    const [moved] = await sessions(
      'select token_hash, expires_at from session where municipality_id = $1 order by expires_at desc limit 1',
    );
    const minutesLeft = ((moved?.expires_at.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutesLeft).toBeGreaterThan(8);
    expect(minutesLeft).toBeLessThanOrEqual(10.1);
    // A page that nobody looks after asks for news: nobody used the session.
    await sessions(`update session set expires_at = now() + interval '3 minutes' where municipality_id = $1`);
    expect((await aoi.send('GET', '/api/session', undefined, { 'tsunagi-unasked': '1' })).status).toBe(200);
    const [left] = await sessions(
      'select token_hash, expires_at from session where municipality_id = $1 order by expires_at desc limit 1',
    );
    expect(((left?.expires_at.getTime() ?? 0) - Date.now()) / 60_000).toBeLessThan(3.1);
    await sessions(`update session set expires_at = now() where municipality_id = $1`);
    expect((await aoi.send('GET', '/api/session')).status).toBe(401);
  });

  it('is not to be had from a list where no demo runs', async () => {
    const real = await openApiBed({
      databaseUrl: database.ownerUrl,
      rolePasswords: testRolePasswords,
      startMs: Date.UTC(2026, 5, 1, 0),
      demo: false,
      people: bed.people,
    });
    const nobody = new TestBrowser(real);
    expect((await nobody.send('GET', '/api/demo/people')).status).toBe(404);
    expect(await nobody.send('POST', '/api/session', { membershipId: bed.people.get('midori') })).toMatchObject({
      status: 404,
      headers: expect.not.objectContaining({ 'set-cookie': expect.anything() }) as unknown,
    });
    await real.close();
  });
});

describe('what is sent', () => {
  it('must come from our own pages', async () => {
    const midori = await new TestBrowser(bed).signIn('midori');
    const foreign = { status: 403, body: { code: 'origin.foreign' } };
    expect(
      await midori.send('DELETE', '/api/session', undefined, { origin: 'https://elsewhere.example' }),
    ).toMatchObject(foreign);
    expect(await midori.send('DELETE', '/api/session', undefined, { origin: 'null' })).toMatchObject(foreign);
    const bare = await bed.app.inject({ method: 'DELETE', url: '/api/session' });
    expect(bare.statusCode).toBe(403);
    expect((await midori.send('GET', '/api/session', undefined, { origin: 'https://elsewhere.example' })).status).toBe(
      200,
    );
  });

  it('must not come from a page whose name was only made to point here', async () => {
    const headers = { origin: 'http://rebound.example:3000', host: 'rebound.example:3000' };
    const membershipId = bed.people.get('midori');
    expect(await new TestBrowser(bed).send('POST', '/api/session', { membershipId }, headers)).toMatchObject({
      status: 403,
      body: { code: 'origin.foreign' },
    });
  });

  it('as the place in a list is refused when it is none of ours, whatever PostgreSQL would say to it', async () => {
    const midori = await new TestBrowser(bed).signIn('midori');
    const id = randomUUID();
    for (const [list, key] of [
      ['cases', ['x']],
      ['sittings', ['2026-02-30', id]],
      ['sittings', ['2026-02-28', 'x']],
      ['my-work', ['yesterday', id, 'k']],
      ['my-work', ['2026-02-28', id, '\0']],
      ['board', [1e12, '2026-02-28', id]],
    ] as const) {
      const after = Buffer.from(JSON.stringify(key)).toString('base64url');
      expect([list, key, await midori.send('GET', `/api/${list}?after=${after}`)]).toMatchObject([
        list,
        key,
        { status: 400, body: { code: 'shape.cursor' } },
      ]);
    }
  });

  it('is told field by field what is wrong with it', async () => {
    const aoi = await new TestBrowser(bed).signIn('aoi');
    const refused = await aoi.send('POST', '/api/cases', {
      commandId: 'x',
      receivedOn: '2026-02-30',
      point: 'houkatsu',
      version: 'withoutConsent',
      urgent: 'no',
      concerns: [],
      worstConcern: 'hunger',
      triedSchemes: [],
      persons: [{ role: 'person', relation: 'self', birthYear: null, nameText: '  ' }],
      storyText: '話',
      reporterText: null,
      caseNumber: 'R8-999',
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'shape.fields', detail: '入力に直すところがあります。' },
    });
    const { errors } = refused.body as unknown as { errors: { field: string; code: string; detail: string }[] };
    expect(Object.fromEntries(errors.map(({ field, code }) => [field, code]))).toEqual({
      commandId: 'shape.uuid',
      receivedOn: 'shape.date',
      urgent: 'shape.yes-no',
      concerns: 'shape.list-short',
      worstConcern: 'shape.code',
      triedSchemes: 'shape.list-short',
      'persons.0.nameText': 'shape.text-empty',
      contactRulesText: 'shape.missing',
      caseNumber: 'shape.unknown-field',
    });
    for (const { detail } of errors) expect(detail).toMatch(/[ぁ-ん]/u);
  });

  it('is refused politely when it cannot be read', async () => {
    const aoi = await new TestBrowser(bed).signIn('aoi');
    const headers = { 'content-type': 'application/json', origin: publicUrl };
    const broken = await bed.app.inject({ method: 'POST', url: '/api/session', headers, payload: '{"membershipId": ' });
    expect([broken.statusCode, JSON.parse(broken.body)]).toMatchObject([400, { code: 'shape.body' }]);
    const huge = await aoi.send('POST', '/api/cases/advice', { adviceText: 'あ'.repeat(600_000) });
    expect(huge).toMatchObject({ status: 413, body: { code: 'shape.too-large' } });
    const form = await bed.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { ...headers, 'content-type': 'application/xml' },
      payload: 'a=b',
    });
    expect(form.statusCode).toBe(415);
    expect(await aoi.send('POST', '/api/nothing', {})).toMatchObject({ status: 404, body: { code: 'route.missing' } });
    expect(await aoi.send('GET', '/api/nothing')).toMatchObject({ status: 404, body: { code: 'route.missing' } });
  });
});

describe('the two entries', () => {
  const page = async (
    url: string,
  ): Promise<{ status: number; body: unknown; headers: Readonly<Record<string, unknown>> }> =>
    new TestBrowser(bed).send('GET', url);

  it('give the office its page for every address, and the outside its own', async () => {
    for (const url of ['/', '/cases/0199', '/board?after=x'])
      expect(await page(url)).toMatchObject({ status: 200, body: '<title>office</title>' });
    const reply = await page(`/o/r/${'a'.repeat(43)}`);
    expect(reply).toMatchObject({
      status: 200,
      body: '<title>reply</title>',
      headers: { 'cache-control': 'no-store' },
    });
    for (const url of ['/o/', '/o/r', '/o/index.html', '/missing.js', '/api/'])
      expect((await page(url)).status).toBe(404);
  });

  it('keep built files for good, everything else not, and let nothing run, frame or leak', async () => {
    expect((await page('/assets/app-1a2b.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await page('/o/assets/reply-3c4d.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
    });
    for (const url of ['/assets/..%2findex.html', '/assets/%2e%2e/index.html', '/assets/none.js'])
      expect((await page(url)).status).toBe(404);
    for (const url of ['/', '/api/health', '/api/nothing', `/o/r/${'a'.repeat(43)}`]) {
      const { headers } = await page(url);
      expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
      expect(headers['content-security-policy']).toMatch(
        /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/u,
      );
    }
    expect((await page('/api/health')).headers).toMatchObject({ 'cache-control': 'no-store' });
  });
});

describe('a reply link', () => {
  it('that is nobody’s is told so, whatever it looks like', async () => {
    for (const token of ['a'.repeat(43), 'x', '%00']) {
      expect(await new TestBrowser(bed).send('GET', `/api/o/reply/${token}`)).toMatchObject({
        status: 404,
        body: { code: 'reply-link.unknown' },
      });
    }
  });
});
