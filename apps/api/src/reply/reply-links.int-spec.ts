import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { openApiBed, publicUrl, TestBrowser } from '../testing/api-bed.ts';
import { JourneyDesk } from '../testing/journey-desk.ts';

// Real: PostgreSQL, executor, rules, profile, procedures (in this process), HTTP (by inject). Driven: time.

const proxy = '192.0.2.10';
let database: FreshDatabase;
let desk: JourneyDesk;

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  desk = await JourneyDesk.open(
    await openApiBed({
      databaseUrl: database.ownerUrl,
      rolePasswords: testRolePasswords,
      startMs,
      edge: { trustedProxies: [proxy, '203.0.113.0/24'] },
    }),
  );
});
afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

const look = async (url: string, remoteAddress: string, forwardedFor?: string) => {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  const answered = await desk.bed.app.inject({ url, remoteAddress, headers });
  return { status: answered.statusCode, headers: answered.headers, body: answered.json<Record<string, unknown>>() };
};

/** A link that was never made. */
const nobodys = (n: number): string => `/api/o/reply/${String(n).padStart(43, 'a')}`;

interface Called {
  readonly id: string;
  readonly invitationId: string;
  readonly url: string;
  readonly heldOn: string;
}

/** A called meeting, and the link of its first invitation. */
async function called(): Promise<Called> {
  const caseId = await desk.openHousehold();
  await desk.handOver(caseId, 'hokenfukushi');
  const personIds = (await desk.readCase(caseId)).persons.map(({ id }) => id);
  const item = { caseId, purpose: 'direction', personIds };
  const id = await desk.callMeeting('supportMeeting', 15, item, ['houkatsu', 'kikan']);
  const { heldOn, invitations } = await desk.readSitting(id);
  const invitationId = invitations.find(({ agency }) => agency === 'houkatsu')?.id ?? '';
  return { id, invitationId, url: `/api/o/reply/${desk.bed.replyToken(invitationId)}`, heldOn };
}

describe('a reply link', () => {
  it('takes ten changes an hour and no more', async () => {
    const { invitationId } = await called();
    for (let n = 0; n < 10; n += 1)
      expect(await desk.answer(invitationId, n % 2 === 0 ? 'attend' : 'absent')).toMatchObject({ status: 200 });
    const answered = await desk.answer(invitationId, 'attend');
    expect(answered).toMatchObject({ status: 429, body: { code: 'reply-link.too-often' } });
    expect(Number(answered.headers['retry-after'])).toBeGreaterThan(3_000);
  });

  it('cannot be guessed: after thirty that are nobody’s, that address gets no answer for an hour, others do', async () => {
    const { url } = await called();
    for (let n = 0; n < 30; n += 1) expect(await look(nobodys(n), '192.0.2.1')).toMatchObject({ status: 404 });
    expect(await look(url, '192.0.2.1')).toMatchObject({ status: 429, body: { code: 'reply-link.too-often' } });
    expect(await look(url, '192.0.2.2')).toMatchObject({ status: 200, body: { state: 'open' } });
  });

  it('counts guesses by the address that a trusted proxy names, of whoever stands behind it', async () => {
    const { url } = await called();
    for (let n = 0; n < 30; n += 1) await look(nobodys(n), proxy, '198.51.100.1');
    expect(await look(url, proxy, '198.51.100.1')).toMatchObject({ status: 429 });
    // What the sender wrote before it is not believed: only what the proxy saw.
    expect(await look(url, proxy, '198.51.100.99, 198.51.100.1')).toMatchObject({ status: 429 });
    expect(await look(url, '203.0.113.7', '198.51.100.1')).toMatchObject({ status: 429 });
    expect(await look(url, proxy, '198.51.100.2')).toMatchObject({ status: 200 });
    expect(await look(url, proxy)).toMatchObject({ status: 200 });
  });

  it('believes no address that anybody but a trusted proxy names', async () => {
    const { url } = await called();
    for (let n = 0; n < 30; n += 1) await look(nobodys(n), '192.0.2.77', `198.51.100.${String(100 + n)}`);
    expect(await look(url, '192.0.2.77', '198.51.100.200')).toMatchObject({ status: 429 });
    expect(await look(url, proxy, '198.51.100.100')).toMatchObject({ status: 200 });
  });

  it('[R62] ends with the sitting: then the page says that it is over, and nothing else', async () => {
    const cancelled = await called();
    await desk.giveSitting(cancelled.id, 'midori', 'cancel-sitting', 'sitting', { reasonText: '都合により' });
    const office = { officeName: expect.any(String) as unknown, officePhone: expect.anything() as unknown, demo: true };
    expect((await look(cancelled.url, '192.0.2.3')).body).toEqual({ state: 'cancelled', ...office });

    const past = await called();
    expect((await look(past.url, '192.0.2.3')).body).toMatchObject({ state: 'open', place: '役場 第2会議室' });
    await desk.passToDay(desk.calendar.addOpenDays(past.heldOn, 1));
    expect((await look(past.url, '192.0.2.3')).body).toEqual({ state: 'held', ...office });
    const late = await new TestBrowser(desk.bed).send('POST', past.url, {
      commandId: randomUUID(),
      reply: 'attend',
      proxyText: null,
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'reply.closed' } });
  });

  it('takes no text that hides something', async () => {
    const { url } = await called();
    for (const proxyText of ['\u200B', '\u3164', '\u2800', 'a\u202Eb', 'a\nb', 'a\u0000b', '\uD800'])
      expect(
        await new TestBrowser(desk.bed).send('POST', url, { commandId: randomUUID(), reply: 'proxy', proxyText }),
      ).toMatchObject({ status: 400, body: { errors: [{ field: 'proxyText' }] } });
  });
});

describe('a sign-in', () => {
  it('ends the session that the browser had', async () => {
    const browser = await new TestBrowser(desk.bed).signIn('midori');
    const { cookie = '' } = browser.headers;
    await browser.signIn('aoi');
    const before = await desk.bed.app.inject({ url: '/api/session', headers: { origin: publicUrl, cookie } });
    expect(before.statusCode).toBe(401);
    expect(await browser.send('GET', '/api/session')).toMatchObject({ status: 200 });
  });
});

describe('the preview of an invitation', () => {
  it('is the mail as it will be, with the day by which an answer is asked', async () => {
    const caseId = await desk.openHousehold();
    await desk.handOver(caseId, 'hokenfukushi');
    const personIds = (await desk.readCase(caseId)).persons.map(({ id }) => id);
    const { id = '' } = await desk.as('midori').command('/api/sittings', {
      body: 'supportMeeting',
      heldOn: desk.calendar.addOpenDays(desk.today, 15),
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '役場 第2会議室',
      item: { caseId, purpose: 'direction', personIds, agencies: ['houkatsu'] },
    });
    const preview = async () => desk.as('midori').get<{ text: string }>(`/api/sittings/${id}/invitation-preview`);
    const before = await preview();
    expect(before.text).toMatch(/回答期限 令和8年\d+月\d+日/u);
    await desk.giveSitting(id, 'midori', 'call-sitting', 'sitting', {
      invitees: [{ agency: 'houkatsu' }],
      urgentReasonText: null,
    });
    expect(await preview()).toEqual(before);
  });
});
