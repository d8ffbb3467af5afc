import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, Page, WorkItem } from '#libs/views';
import { randomUUID } from 'node:crypto';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';

// A 案件化の依頼 over HTTP. Real: PostgreSQL, executor, rules, access table, profile, procedures.

let database: FreshDatabase;
let desk: JourneyDesk;
let caseId: string;

beforeAll(async () => {
  database = await freshDatabase();
  const settings = {
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    startMs: Date.UTC(2026, 5, 1, 0),
  };
  desk = await JourneyDesk.open(await openApiBed(settings));
  caseId = await desk.openHousehold();
  const { persons } = await desk.readCase(caseId, 'aoi');
  await desk.give(caseId, 'aoi', 'screen-case', 'stage', { judgement: 'handOver', reasonText: '架空の理由' });
  const letter = {
    to: 'kikan',
    purpose: 'join',
    main: true,
    personIds: persons.map(({ id }) => id),
    legalBasis: 'personalInformationAct27-1',
    reasonText: '架空の理由',
    messageText: '架空のお願い',
  };
  await desk.give(caseId, 'aoi', 'send-handoff', 'stage', letter);
  const handoffId = (await desk.readCase(caseId, 'aoi')).handoffs[0]?.id ?? '';
  await desk.give(caseId, 'shigeru', 'accept-handoff', `handoff/${handoffId}`, {
    handoffId,
    answerText: null,
    heard: null,
  });
});
afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

const ask = async (): Promise<string> => {
  const { persons } = await desk.readCase(caseId, 'aoi');
  await desk.give(caseId, 'aoi', 'request-meeting', null, {
    body: 'supportMeeting',
    purpose: 'direction',
    personIds: persons.map(({ id }) => id),
    reasonText: '架空:顔ぶれをそろえたい',
  });
  return newest(await desk.readCase(caseId, 'aoi')).id;
};
const newest = ({ meetingRequests }: CaseView): CaseView['meetingRequests'][number] => {
  const last = meetingRequests.at(-1);
  if (last === undefined) throw new Error('nothing was asked for');
  return last;
};
const workOf = async (login: string): Promise<readonly string[]> =>
  (await desk.as(login).get<Page<WorkItem>>('/api/my-work')).items
    .filter(({ recordId }) => recordId === caseId)
    .map(({ obligationKind }) => obligationKind);

describe('a 案件化の依頼', () => {
  it("is offered to who carries the case and opens no sitting, and is the secretariat's to do", async () => {
    expect((await desk.readCase(caseId, 'aoi')).allowed).toContain('request-meeting');
    expect((await desk.readCase(caseId, 'midori')).allowed).not.toContain('request-meeting');
    await ask();
    expect(await workOf('midori')).toContain('meeting-request');
    const { allowed } = await desk.readCase(caseId, 'midori');
    expect(allowed).toContain('decline-meeting-request');
    expect((await desk.readCase(caseId, 'aoi')).allowed).not.toContain('decline-meeting-request');
  });

  it('[R65] is read by who asked and by the secretariat; the manager sees that it waits, others of the case nothing', async () => {
    const seen = async (login: string): Promise<unknown> => {
      const { meetingRequests, obligations, history } = await desk.readCase(caseId, login);
      return [
        meetingRequests.map(({ reasonText }) => reasonText),
        obligations.some(({ kind }) => kind === 'meeting-request'),
        history.items.some(({ type }) => type === 'meeting-requested'),
      ];
    };
    const read = [['架空:顔ぶれをそろえたい'], true, true];
    expect(await seen('aoi')).toEqual(read);
    expect(await seen('midori')).toEqual(read);
    expect(await seen('takashi')).toEqual([[null], true, true]);
    expect(await seen('shigeru')).toEqual([[], false, false]);
  });

  it('[R2][R65] is refused without a word about consents to who may not read them, as is a withdrawal', async () => {
    const { persons } = await desk.readCase(caseId, 'shigeru');
    const answer = async (command: string, body: object): Promise<unknown> => {
      const { status, body: problem } = await desk
        .as('shigeru')
        .send('POST', `/api/cases/${caseId}/${command}`, { commandId: randomUUID(), ...body });
      return [status, (problem as { code: string }).code, (problem as { params?: object }).params];
    };
    for (const { id: personId } of persons) {
      const request = { purpose: 'informationSharing', personIds: [personId], reasonText: '架空の理由' };
      expect(await answer('request-meeting', { ...request, body: 'planMeeting' })).toEqual([
        403,
        'access.basis',
        undefined,
      ]);
      const how = { on: desk.today, agencies: 'all', method: 'oral', representative: null, reasonText: null };
      expect(await answer('withdraw-consent', { ...how, personId, partVersion: 0 })).toEqual([
        403,
        'access.basis',
        undefined,
      ]);
    }
  });

  it('comes back with a reason that the asker reads, and is told of by a mail that says nothing of people', async () => {
    const requestId = newest(await desk.readCase(caseId, 'aoi')).id;
    const reasonText = '架空:先に本人の話を聞いてください';
    await desk.give(caseId, 'midori', 'decline-meeting-request', `meeting-request/${requestId}`, {
      requestId,
      reasonText,
    });
    const view = await desk.readCase(caseId, 'aoi');
    expect(newest(view)).toMatchObject({ state: 'declined', answerText: reasonText });
    expect(view.notices.items.map(({ kind }) => kind)).toContain('meeting-request-answered');
    expect(await workOf('midori')).not.toContain('meeting-request');
  });

  it('ends by itself when the secretariat puts the case on a 支援会議', async () => {
    await ask();
    const { persons } = await desk.readCase(caseId);
    await desk.as('midori').command('/api/sittings', {
      body: 'supportMeeting',
      heldOn: '2026-06-22',
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '役場',
      item: { caseId, purpose: 'direction', personIds: persons.map(({ id }) => id), agencies: ['houkatsu', 'kikan'] },
    });
    expect(newest(await desk.readCase(caseId, 'aoi')).state).toBe('taken');
    expect(await workOf('midori')).not.toContain('meeting-request');
  });

  it('is taken back by who asked', async () => {
    const requestId = await (async () => {
      const { persons } = await desk.readCase(caseId, 'aoi');
      await desk.give(caseId, 'aoi', 'request-meeting', null, {
        body: 'supportMeeting',
        purpose: 'informationSharing',
        personIds: persons.map(({ id }) => id),
        reasonText: '架空',
      });
      return newest(await desk.readCase(caseId, 'aoi')).id;
    })();
    expect((await desk.readCase(caseId, 'shigeru')).allowed).not.toContain('withdraw-meeting-request');
    const body = { commandId: '01990000-0000-7000-8000-0000000000aa', partVersion: 1, requestId };
    const url = `/api/cases/${caseId}/withdraw-meeting-request`;
    expect((await desk.as('shigeru').send('POST', url, body)).status).toBe(403);
    await desk.give(caseId, 'aoi', 'withdraw-meeting-request', `meeting-request/${requestId}`, { requestId });
    expect(newest(await desk.readCase(caseId, 'aoi')).state).toBe('withdrawn');
  });
});
