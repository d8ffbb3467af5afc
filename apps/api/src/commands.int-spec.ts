import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths } from '#libs/calendar';
import { caseCommands, offeredTypes, sittingCommands } from '#libs/domain';
import { inMunicipality } from '#libs/persistence';
import type { CaseView } from '#libs/views';
import { ModulesContainer } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { routeTable } from './access/route-checks.ts';
import { municipality, openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';

// Real: PostgreSQL, executor, rules, access table, profile, procedures (in this process), HTTP (by inject). Driven: time.

let database: FreshDatabase;
let desk: JourneyDesk;
const containing = (part: string): unknown => expect.stringContaining(part);

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

describe('a command over HTTP', () => {
  it('[R12] brings a つなぎ that is not accepted back to the sender, who was responsible all along', async () => {
    const caseId = await desk.openHousehold();
    const handoffId = await desk.handOver(caseId, 'shakyo', 'takeOver');
    expect((await desk.readCase(caseId, 'makoto')).leadAgency).toBe('houkatsu');
    const answer = { handoffId, reason: 'noCapacity', suggestion: 'askAgainLater', answerText: '空きがありません。' };
    await desk.give(caseId, 'makoto', 'decline-handoff', `handoff/${handoffId}`, answer);
    const back = await desk.readCase(caseId, 'aoi');
    expect(back).toMatchObject({ stage: 'screening', leadAgency: 'houkatsu' });
    expect(back.handoffs).toMatchObject([
      { state: 'declined', reason: 'noCapacity', suggestion: 'askAgainLater', answerText: '空きがありません。' },
    ]);
    expect(back.obligations).toMatchObject([{ kind: 'handoff-to-send', holder: { agency: 'houkatsu' } }]);
  });

  it('counts 助言・後方支援: recorded, counted, done', async () => {
    const { id = '' } = await desk.as('midori').command('/api/cases/advice', {
      receivedOn: desk.today,
      point: 'houkatsu',
      askedBy: 'hoken',
      concern: 'debt',
      adviceText: '相談先を伝えた。',
    });
    expect(await desk.readCase(id)).toMatchObject({ stage: 'advised', obligations: [], upcoming: [], stall: null });
  });

  it('is answered from what is stored when it comes again, also when it began a record', async () => {
    const body = {
      commandId: randomUUID(),
      receivedOn: desk.today,
      point: 'houkatsu',
      askedBy: 'hoken',
      concern: 'debt',
      adviceText: '相談先を伝えた。',
    };
    const first = await desk.as('midori').send('POST', '/api/cases/advice', body);
    const again = await desk.as('midori').send('POST', '/api/cases/advice', body);
    expect(again).toMatchObject({ status: 200, body: first.body });
    const other = await desk.as('midori').send('POST', '/api/cases/advice', { ...body, adviceText: '別の話。' });
    expect(other).toMatchObject({ status: 409, body: { code: 'command.id-reused' } });
  });

  it('shows both texts when somebody else was quicker', async () => {
    const caseId = await desk.openHousehold();
    const handoffId = await desk.handOver(caseId, 'kikan');
    await desk.give(caseId, 'shigeru', 'accept-handoff', `handoff/${handoffId}`, { handoffId, answerText: null });
    await desk.consent(caseId, (await desk.readCase(caseId)).persons[0]?.id ?? '');
    await desk.submitSheets(caseId);
    const partVersion = (await desk.readCase(caseId)).parts['plan'] ?? 0;
    await desk.draftPlan(caseId);
    const mine = {
      startsOn: desk.today,
      endsOn: addMonths(desk.today, 3),
      directionText: '別の方針。',
      goals: [{ text: '別の目標。' }],
      roles: [{ agency: 'kikan', text: '見立て' }],
    };
    const late = await desk
      .as('midori')
      .send('POST', `/api/cases/${caseId}/draft-plan`, { commandId: randomUUID(), partVersion, ...mine });
    expect(late).toMatchObject({
      status: 409,
      body: {
        type: 'urn:tsunagi:problem:part.stale',
        code: 'part.stale',
        detail: containing('先に変えました'),
        conflict: {
          part: 'plan',
          version: partVersion + 1,
          current: { directionText: containing('母の暮らし'), goals: [{ text: containing('介護サービス') }] },
          submitted: mine,
        },
      },
    });
  });

  it('tells the receiver of a つなぎ that was taken back meanwhile why it is too late, although the case is not theirs any more', async () => {
    const caseId = await desk.openHousehold();
    const handoffId = await desk.handOver(caseId, 'shakyo');
    const partVersion = (await desk.readCase(caseId, 'makoto')).parts[`handoff/${handoffId}`] ?? 0;
    await desk.give(caseId, 'aoi', 'withdraw-handoff', `handoff/${handoffId}`, {
      handoffId,
      reasonText: '送り先を誤った。',
    });
    const accept = async (login: string): Promise<unknown> =>
      desk.as(login).send('POST', `/api/cases/${caseId}/accept-handoff`, {
        ...{ commandId: randomUUID(), partVersion, handoffId, answerText: null },
      });
    const late = await accept('makoto');
    expect(late).toMatchObject({ status: 409, body: { code: 'handoff.not-awaiting', params: { state: 'withdrawn' } } });
    expect(JSON.stringify(late)).not.toContain('送り先を誤った');
    expect(await desk.as('makoto').send('GET', `/api/cases/${caseId}`)).toMatchObject({ status: 404 });
    // Who never was asked learns nothing.
    expect(await accept('shigeru')).toMatchObject({ status: 404 });
  });

  it('puts the 連絡の約束 right, and shows the newer one to whoever was slower', async () => {
    const caseId = await desk.openHousehold();
    const change = async (login: string, contactRulesText: string): Promise<unknown> =>
      desk.as(login).send('POST', `/api/cases/${caseId}/change-contact-rules`, {
        commandId: randomUUID(),
        partVersion: 0,
        contactRulesText,
      });
    expect((await desk.readCase(caseId)).allowed).toContain('change-contact-rules');
    expect(await change('aoi', '電話はしない。手紙だけ。')).toMatchObject({ status: 200 });
    expect((await desk.readCase(caseId)).intake).toMatchObject({ contactRulesText: '電話はしない。手紙だけ。' });
    expect(await change('midori', '夜なら電話してよい。')).toMatchObject({
      status: 409,
      body: {
        code: 'part.stale',
        conflict: {
          part: 'contact-rules',
          current: { contactRulesText: '電話はしない。手紙だけ。' },
          submitted: { contactRulesText: '夜なら電話してよい。' },
        },
      },
    });
    expect(await change('takashi', '手紙もだめ。')).toMatchObject({ status: 403 });
  });

  it('is refused with a code and a Japanese sentence that names the agency', async () => {
    const caseId = await desk.openHousehold();
    await desk.handOver(caseId, 'kikan');
    const { parts, persons } = await desk.readCase(caseId);
    const about = { personIds: persons.map(({ id }) => id), legalBasis: null, reasonText: null };
    const again = { to: 'kikan', purpose: 'join', main: false, messageText: 'もう一度。', ...about };
    const body = { commandId: randomUUID(), partVersion: parts['stage'] ?? 0, ...again };
    const refused = await desk.as('aoi').send('POST', `/api/cases/${caseId}/send-handoff`, body);
    expect(refused).toMatchObject({
      status: 409,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
      body: {
        status: 409,
        code: 'handoff.already-sent',
        detail: containing('基幹相談支援センター'),
        params: { agency: 'kikan' },
      },
    });
  });

  it('puts in charge only somebody of the lead agency: nobody else has the work on a list', async () => {
    const caseId = await desk.openHousehold();
    const { people } = await desk
      .as('midori')
      .get<{ people: { membershipId: string; displayName: string }[] }>('/api/profile');
    const idOf = (name: string): string => people.find(({ displayName }) => displayName === name)?.membershipId ?? '';
    const put = async (membershipId: string): Promise<unknown> => {
      const { parts } = await desk.readCase(caseId);
      const body = { commandId: randomUUID(), partVersion: parts['person-in-charge'] ?? 0, membershipId };
      return desk.as('midori').send('POST', `/api/cases/${caseId}/set-person-in-charge`, body);
    };
    const elsewhere = { status: 409, body: { code: 'person-in-charge.not-of-lead' } };
    expect(await put(idOf('担当 まこと'))).toMatchObject(elsewhere);
    expect(await put(randomUUID())).toMatchObject(elsewhere);
    expect(await put(idOf('担当 かおる'))).toMatchObject({ status: 200 });
    expect((await desk.readCase(caseId)).personInCharge).toMatchObject({ displayName: '担当 かおる' });
  });

  it('[R65] tells who may see the record but not do that 403, and whoever may not see it 404', async () => {
    const caseId = await desk.openHousehold();
    const body = (): object => ({
      commandId: randomUUID(),
      partVersion: 0,
      judgement: 'keep',
      reasonText: '様子を見る。',
    });
    const url = `/api/cases/${caseId}/screen-case`;
    expect(await desk.as('takashi').send('POST', url, body())).toMatchObject({
      status: 403,
      body: { code: containing('access.') },
    });
    const stranger = { status: 404, body: { code: 'record.missing' } };
    expect(await desk.as('sakura').send('POST', url, body())).toMatchObject(stranger);
    expect(await desk.as('sakura').send('GET', `/api/cases/${caseId}`)).toMatchObject(stranger);
    expect(await desk.as('aoi').send('POST', `/api/cases/${randomUUID()}/screen-case`, body())).toMatchObject(stranger);
    expect(await desk.as('aoi').send('GET', '/api/cases/R8-001')).toMatchObject(stranger);
    const { items } = await desk.as('sakura').get<{ items: readonly unknown[] }>('/api/cases');
    expect(items).toEqual([]);
  });

  it('has a route for every command that a page offers', () => {
    const paths = new Set(routeTable(desk.bed.app.get(ModulesContainer)).map(({ path }) => path));
    const wanted = [
      ...offeredTypes(Object.values(caseCommands)).map((command) => `/api/cases/:id/${command}`),
      ...offeredTypes(Object.values(sittingCommands)).map((command) => `/api/sittings/:id/${command}`),
    ];
    expect(wanted.filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('what is read', () => {
  it('[R65] gives the manager where a case stands, but nothing that is written about people', async () => {
    const caseId = await desk.openHousehold();
    const seen = await desk.readCase(caseId, 'takashi');
    expect(seen).toMatchObject({ stage: 'intake', number: containing('R8-') });
    expect(seen.intake).toMatchObject({ storyText: null, masked: true });
    expect(seen.persons).toMatchObject([
      { name: null, age: null, masked: true },
      { name: null, age: null, masked: true },
    ]);
    expect(JSON.stringify(seen)).not.toContain('見本');
    expect(seen.allowed).not.toContain('screen-case');
    expect(seen.notAllowed).toContainEqual(
      expect.objectContaining({ command: 'screen-case', code: containing('access.') }),
    );
  });

  it('[R64] is written down: who read, and what went to another agency', async () => {
    const caseId = await desk.openHousehold();
    await desk.handOver(caseId, 'kikan');
    const mother = (await desk.readCase(caseId)).persons[0]?.id ?? '';
    await desk.consent(caseId, mother);
    const seen = await desk.readCase(caseId, 'shigeru');
    expect(seen.persons.map(({ name }) => name)).toEqual(['見本 千代', '見本 直樹']);
    expect(seen.intake.storyText).toBeNull();
    const son = (await desk.readCase(caseId)).persons[1]?.id ?? '';
    const read = `select action from audit_entry where municipality_id = $1 and record_id = $2 and action like 'read.%'`;
    const given = `select distinct person_id, what, basis from disclosure where municipality_id = $1 and record_id = $2 and to_agency = 'kikan' and to_membership is not null and what in ('name', 'handoff', 'intake')`;
    await inMunicipality(desk.bed.parts.app, { municipality }, async (tx) => {
      const actions = await tx.rows<{ action: string }>({ name: 'test-audit', text: read }, [municipality, caseId]);
      expect(actions).toContainEqual({ action: 'read.case-texts' });
      const rows = await tx.rows({ name: 'test-disclosure', text: given }, [municipality, caseId]);
      const letter = { what: 'handoff', basis: 'personalInformationAct27-1' };
      const expected = [
        { person_id: mother, what: 'name', basis: 'consent' },
        { person_id: son, what: 'name', basis: 'personalInformationAct27-1' },
        ...[mother, son].map((id) => ({ person_id: id, ...letter })),
      ];
      expect(rows).toHaveLength(expected.length);
      expect(rows).toEqual(expect.arrayContaining(expected));
    });
  });

  it('comes page by page, and a cursor that is none of ours is the request’s fault', async () => {
    const first = await desk.as('midori').get<{ items: CaseView[]; next: string }>('/api/cases?limit=1&open=true');
    expect(first.items).toHaveLength(1);
    const second = await desk
      .as('midori')
      .get<{ items: { recordId: string }[] }>(`/api/cases?limit=1&open=true&after=${first.next}`);
    expect(second.items).toHaveLength(1);
    expect(second.items).not.toEqual(first.items);
    const broken = await desk.as('midori').send('GET', '/api/cases?after=nonsense');
    expect(broken).toMatchObject({ status: 400, body: { code: 'shape.cursor' } });
    expect(await desk.as('midori').send('GET', '/api/cases?limit=0')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'limit' }] },
    });
  });

  it('[R65] keeps the board from whoever has nothing to oversee', async () => {
    expect(await desk.as('aoi').send('GET', '/api/board')).toMatchObject({
      status: 403,
      body: { code: containing('access.') },
    });
  });
});
