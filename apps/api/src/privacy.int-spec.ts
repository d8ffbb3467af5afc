import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { accept, line, openToldHousehold, toldOf } from './testing/told-household.ts';

// Who sees what, over HTTP. Real: PostgreSQL, executor, rules, access table, profile, procedures (in this process). Driven: time.

let database: FreshDatabase;
let desk: JourneyDesk;

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

describe('before a つなぎ is answered', () => {
  it('[R65] its receiver sees the letter, the stage and how many people it is about', async () => {
    const { caseId } = await openToldHousehold(desk);
    const seen = await desk.readCase(caseId, 'shigeru');
    expect(seen.handoffs).toMatchObject([{ messageText: '見立てをお願いします。' }]);
    expect(seen).toMatchObject({
      stage: 'handoff',
      participants: [],
      plans: [],
      contacts: [],
      tasks: [],
      placements: [],
    });
    expect(seen.intake).toMatchObject({
      version: null,
      concerns: [],
      worstConcern: null,
      triedSchemes: [],
      storyText: null,
      masked: true,
    });
    expect(seen.persons).toHaveLength(2);
    // Who it is, the つなぎ says on its 根拠規定; nothing else.
    expect(seen.persons[1]).toMatchObject({
      name: '見本 直樹',
      relation: 'child',
      track: null,
      meetings: null,
      consent: { status: null, agencies: [] },
      masked: true,
    });
    expect(seen.obligations.map(({ kind }) => kind)).toEqual(['handoff-answer']);
    expect(seen.history.items.map(({ type }) => type)).toEqual(['handoff-sent']);
    expect(seen.allowed).toContain('accept-handoff');
  });
});

describe('who told of the household', () => {
  it('[R65] is read by the agency that wrote it down, and by nobody else: not by the office, nor by who takes the case over', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    await desk.consent(caseId, mother);
    const story = async (): Promise<string | null> => (await desk.readCase(caseId, 'shigeru')).intake.storyText;
    // It names both: one consent does not open it.
    expect(await story()).toBeNull();
    await desk.consent(caseId, household.son);
    const told = async (login: string): Promise<string | null> =>
      (await desk.readCase(caseId, login)).intake.reporterText;
    expect([await told('aoi'), await told('midori')]).toEqual(['民生委員から電話。', null]);
    const seen = await desk.readCase(caseId, 'shigeru');
    expect(seen.intake).toMatchObject({
      storyText: '母と長男の二人暮らし。',
      reporterText: null,
      reporterMasked: true,
    });
    expect(JSON.stringify(seen)).not.toContain('民生委員');
  });
});

describe('the managers', () => {
  it('[R65] see where a case stands and who owes what, without the codes of what is written', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother, son } = household;
    await accept(desk, household);
    await desk.consent(caseId, mother);
    const refused = { status: 'refused', on: desk.today, method: 'oral', agencies: [], purposes: [], itemClasses: [] };
    await desk.give(caseId, 'aoi', 'record-consent', `consent/${son}`, {
      personId: son,
      ...refused,
      representative: null,
      reviewOn: null,
    });
    const item = { caseId, purpose: 'direction', personIds: [mother] };
    await desk.callMeeting('supportMeeting', 10, item, ['houkatsu', 'kikan']);
    const seen = await desk.readCase(caseId, 'takashi');
    expect(seen.stage).toBe('assessment');
    expect(seen.obligations.length).toBeGreaterThan(0);
    expect(seen.intake).toMatchObject({ concerns: [], worstConcern: null, triedSchemes: [], masked: true });
    expect(seen.placements).toMatchObject([{ purpose: null, result: null, personIds: [], masked: true }]);
    expect(seen.history.items.map(({ type }) => type)).not.toContain('consent-recorded');
    expect(line(seen, 'placed-on-sitting')).toMatchObject({ params: { kind: 'supportMeeting' }, masked: true });
    expect(JSON.stringify(seen.history)).not.toContain('direction');
    // Who refused they have to know, to allow a 支援会議 with a reason (R8); of who consented, nothing.
    expect(seen.persons.map(({ consent }) => consent)).toMatchObject([
      { status: null, on: null, method: null, agencies: [] },
      { status: 'refused', on: null, method: null },
    ]);
    await desk.give(caseId, 'takashi', 'allow-support-meeting', `consent/${son}`, {
      personId: son,
      reasonText: '命にかかわるため。',
    });
    expect(toldOf(await desk.readCase(caseId), 'support-meeting-allowed')).toEqual(['命にかかわるため。']);
    expect(line(await desk.readCase(caseId, 'takashi'), 'support-meeting-allowed')).toBeUndefined();
  });
});

describe('a reason that was written', () => {
  it('stands with its line of the history for those who may read it', async () => {
    const { caseId, handoffId, mother } = await openToldHousehold(desk);
    await desk.give(caseId, 'aoi', 'withdraw-handoff', `handoff/${handoffId}`, {
      handoffId,
      reasonText: '送り先を誤った。',
    });
    expect(toldOf(await desk.readCase(caseId, 'aoi'), 'handoff-withdrawn')).toEqual(['送り先を誤った。']);
    expect(toldOf(await desk.readCase(caseId, 'aoi'), 'case-screened')).toEqual(['介護だけでは動かない。']);
    expect(line(await desk.readCase(caseId, 'takashi'), 'case-screened')).toMatchObject({
      texts: [{ slot: 'reasonText', text: null }],
      masked: true,
    });
    await desk.consent(caseId, mother);
    const reason = {
      personId: mother,
      on: desk.today,
      agencies: 'all',
      method: 'oral',
      representative: null,
      reasonText: '役場に知られたくない。',
    };
    await desk.give(caseId, 'aoi', 'withdraw-consent', `consent/${mother}`, reason);
    expect(toldOf(await desk.readCase(caseId), 'consent-withdrawn')).toEqual(['役場に知られたくない。']);
    expect(toldOf(await desk.readCase(caseId, 'takashi'), 'consent-withdrawn')).toBeUndefined();
  });
});

describe('a consent that an agency may not read', () => {
  it('[R2][R65] is not written over by it: what it records waits for the 主担当機関, and it withdraws nothing', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    const said = {
      ...{ personId: mother, status: 'given', on: desk.today, method: 'oral', representative: null, reviewOn: null },
      ...{ purposes: ['supportCoordination'], itemClasses: ['attributes'] },
    };
    const record = async (login: string, agencies: readonly string[]): Promise<void> =>
      desk.give(caseId, login, 'record-consent', `consent/${mother}`, { ...said, agencies });
    await record('aoi', ['houkatsu', 'shakyo']);
    await record('shigeru', ['houkatsu', 'shakyo', 'kikan']);
    const [person] = (await desk.readCase(caseId, 'aoi')).persons;
    expect(person).toMatchObject({
      consent: { status: 'given', agencies: ['houkatsu', 'shakyo'] },
      proposedConsent: { agencies: ['houkatsu', 'shakyo', 'kikan'], takenBy: 'kikan' },
    });
    expect((await desk.readCase(caseId, 'shigeru')).persons[0]).toMatchObject({ proposedConsent: null, masked: true });
    const withdrawal = { personId: mother, on: desk.today, agencies: 'all', method: 'oral', representative: null };
    expect(
      await desk.as('shigeru').send('POST', `/api/cases/${caseId}/withdraw-consent`, {
        ...{ commandId: randomUUID(), partVersion: 2, ...withdrawal, reasonText: null },
      }),
    ).toMatchObject({ status: 403, body: { code: 'access.basis' } });
    await desk.give(caseId, 'aoi', 'confirm-consent', `consent/${mother}`, { personId: mother });
    expect((await desk.readCase(caseId, 'shigeru')).persons[0]).toMatchObject({
      consent: { agencies: ['houkatsu', 'shakyo', 'kikan'], takenBy: 'kikan' },
      proposedConsent: null,
    });
  });
});

describe('why a consent was taken back for one agency', () => {
  it('[R7][R65] is read by who took it, the 主担当機関 and the secretariat, and by no other agency that still reads of the person', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    await desk.consent(caseId, mother);
    await desk.give(caseId, 'aoi', 'withdraw-consent', `consent/${mother}`, {
      personId: mother,
      on: desk.today,
      agencies: ['shakyo'],
      method: 'oral',
      representative: null,
      reasonText: '社協には知られたくない。',
    });
    const read = async (login: string): Promise<ReturnType<typeof line>> =>
      line(await desk.readCase(caseId, login), 'consent-withdrawn');
    for (const login of ['aoi', 'midori'])
      expect(await read(login)).toMatchObject({ texts: [{ text: '社協には知られたくない。' }], masked: false });
    expect(await read('shigeru')).toMatchObject({ texts: [{ slot: 'reasonText', text: null }], masked: true });
  });
});

describe('when consent ends', () => {
  it('[R7] a frozen 案件 is closed to those on it, also where it was open before', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    await desk.consent(caseId, mother);
    const item = { caseId, purpose: 'informationSharing', personIds: [mother] };
    const sitting = await desk.callMeeting('planMeeting', 8, item, ['houkatsu', 'shakyo']);
    const label = async (login: string): Promise<string | undefined> =>
      (await desk.readSitting(sitting, login)).items[0]?.persons[0]?.label;
    expect([await label('yukari'), await label('takashi')]).toEqual(['見本 千代', '本人']);
    const withdrawal = {
      personId: mother,
      on: desk.today,
      agencies: 'all',
      method: 'oral',
      representative: null,
      reasonText: null,
    };
    await desk.give(caseId, 'aoi', 'withdraw-consent', `consent/${mother}`, withdrawal);
    expect([await label('yukari'), await label('takashi'), await label('midori')]).toEqual([
      '本人',
      '本人',
      '見本 千代',
    ]);
    expect((await desk.readCase(caseId, 'yukari')).persons[0]).toMatchObject({ name: null, masked: true });
  });

  it('[R7] what came of a 案件 is closed as well, although it froze no more', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    await desk.consent(caseId, mother);
    const sitting = await desk.planMeeting(caseId, mother, 'informationSharing', { result: 'shared' });
    const item = async (login: string): Promise<unknown> => {
      const seen = (await desk.readSitting(sitting, login)).items[0];
      return [seen?.persons[0]?.label, seen?.disposition?.result, seen?.disposition?.nextStepText];
    };
    expect(await item('yukari')).toEqual(['見本 千代', 'shared', '進める。']);
    const withdrawal = {
      personId: mother,
      on: desk.today,
      agencies: 'all',
      method: 'oral',
      representative: null,
      reasonText: null,
    };
    await desk.give(caseId, 'aoi', 'withdraw-consent', `consent/${mother}`, withdrawal);
    expect([await item('yukari'), await item('aoi')]).toEqual([
      ['本人', null, null],
      ['見本 千代', 'shared', '進める。'],
    ]);
  });

  it('[R2] one that was not looked at again by its day opens nothing', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    const reviewOn = desk.calendar.addOpenDays(desk.today, 3);
    await desk.give(caseId, 'aoi', 'record-consent', `consent/${mother}`, {
      personId: mother,
      status: 'given',
      on: desk.today,
      method: 'signature',
      agencies: ['houkatsu', 'kikan'],
      purposes: ['supportCoordination'],
      itemClasses: ['attributes'],
      representative: null,
      reviewOn,
    });
    const consented = async (): Promise<string | null> =>
      (await desk.readCase(caseId, 'shigeru')).persons[0]?.consent.status ?? null;
    expect(await consented()).toBe('given');
    await desk.passToDay(desk.calendar.addOpenDays(reviewOn, 1));
    expect(await consented()).toBeNull();
  });
});
