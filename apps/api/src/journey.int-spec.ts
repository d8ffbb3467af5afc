import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths } from '#libs/calendar';
import type { BoardPage, CaseView, WorkItem } from '#libs/views';
import { randomUUID } from 'node:crypto';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed, TestBrowser } from './testing/api-bed.ts';
import { invitedAgencies, JourneyDesk } from './testing/journey-desk.ts';
import { readingsInLedger } from './testing/readings-in-ledger.ts';

// Real: PostgreSQL, executor, rules, access table, profile, the procedures of workflows/ (in this process), the HTTP API (by inject).
// Driven: time. Not here: Temporal's server, SMTP (notices stay queued), the browser.

let database: FreshDatabase;
let desk: JourneyDesk;
let caseId = '';
let mother = '';
let son = '';
let meeting = '';

const read = async (login?: string): Promise<CaseView> => desk.readCase(caseId, login);
const give = async (login: string, command: string, part: string | null, body: object = {}): Promise<void> =>
  desk.give(caseId, login, command, part, body);
const refusedBy = async (login: string, url: string, body: object): Promise<{ status: number; body: object }> =>
  desk.as(login).send('POST', url, { commandId: randomUUID(), ...body });
const containing = (part: string): unknown => expect.stringContaining(part);

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0); // 2026-06-01 09:00 in Tokyo, a Monday
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

describe('one case of 東吾妻町 from intake to follow-up, over HTTP', () => {
  it('[R1][R11] takes a 相談受付 without consent, says which schemes were tried, and hands over', async () => {
    caseId = await desk.openHousehold();
    const view = await read('aoi');
    [mother = '', son = ''] = view.persons.map(({ id }) => id);
    expect(view).toMatchObject({
      number: 'R8-001',
      stage: 'intake',
      leadAgency: 'houkatsu',
      personInCharge: { displayName: '担当 あおい' },
      intake: { storyText: '母と長男の二人暮らし。', triedSchemes: [{ scheme: 'longTermCare', outcome: 'stopped' }] },
      obligations: [{ kind: 'screening', action: 'screen-case' }],
    });
    expect(view.persons.map(({ name, age }) => ({ name, age }))).toEqual([
      { name: '見本 千代', age: 82 },
      { name: '見本 直樹', age: 54 },
    ]);
    expect(view.allowed).toContain('screen-case');

    await desk.handOver(caseId, 'kikan');
    expect((await read()).stage).toBe('handoff');
    const { items } = await desk.as('shigeru').get<{ items: WorkItem[] }>('/api/my-work');
    expect(items).toMatchObject([{ recordId: caseId, obligationKind: 'handoff-answer', action: 'accept-handoff' }]);
  });

  it('[R12] asks again, tells the superior, and the board says who can move it; then it is accepted', async () => {
    const coming = (await read()).upcoming.filter(({ kind }) => kind === 'handoff-answer').map(({ step }) => step);
    expect(coming).toEqual(['reminder', 'reminder', 'escalation', 'expiry']);

    await desk.passToDay(desk.calendar.addOpenDays(desk.today, 7));
    const view = await read();
    expect(
      view.notices.items.toReversed().map(({ kind, recipient }) => `${kind} ${recipient.agency} ${recipient.to}`),
    ).toEqual(['handoff-sent kikan desk', 'reminder kikan desk', 'reminder kikan desk', 'escalation kikan head']);
    const board = await desk.as('takashi').get<BoardPage>('/api/board');
    expect(board.counts).toMatchObject({ open: 1, stalled: 1 });
    expect(board.items[0]).toMatchObject({
      recordId: caseId,
      cause: 'handoffUnanswered',
      since: '2026-06-01',
      stalled: true,
      openDays: 7,
      openDaysPastDue: 2,
      who: { agency: 'kikan' },
      nextStepCode: 'handoff-answer',
    });

    const handoffId = view.handoffs[0]?.id ?? '';
    await give('shigeru', 'accept-handoff', `handoff/${handoffId}`, { handoffId, answerText: '受けます。' });
    expect(await read()).toMatchObject({ stage: 'accepted', stall: { stalled: false } });
  });

  it('[R63] invites five agencies to a 支援会議, each by its head and once', async () => {
    const item = { caseId, purpose: 'direction', personIds: [mother, son] };
    meeting = await desk.callMeeting('supportMeeting', 10, item, invitedAgencies);
    const view = await desk.readSitting(meeting);
    expect(view).toMatchObject({ stage: 'called', name: '支援会議', ordinal: 1, missing: invitedAgencies });
    expect(view.items).toMatchObject([
      {
        caseNumber: 'R8-001',
        legalBasisText: '社会福祉法106条の6',
        persons: [{ label: '見本 千代' }, { label: '見本 直樹' }],
      },
    ]);
    const told = view.notices.items
      .toReversed()
      .filter(({ kind }) => kind === 'invitation')
      .map(({ recipient }) => recipient);
    expect(told).toHaveLength(5);
    expect(told).toEqual(expect.arrayContaining(invitedAgencies.map((agency) => ({ agency, to: 'head' }))));
    expect((await read()).track.state).toBe('reviewing');
  });

  it('[R29] shows a reply link a hundred times without changing anything; only a POST answers', async () => {
    const before = await desk.readSitting(meeting);
    const ofAgency = (agency: string): string => before.invitations.find((one) => one.agency === agency)?.id ?? '';
    const url = `/api/o/reply/${desk.bed.replyToken(ofAgency('houkatsu'))}`;
    const outside = new TestBrowser(desk.bed);
    for (let n = 0; n < 50; n += 1) {
      expect((await outside.send('GET', url)).body).toEqual({
        sequence: 0,
        bodyName: '支援会議',
        ordinal: 1,
        heldOn: before.heldOn,
        startsAt: '13:30',
        endsAt: '15:00',
        place: '役場 第2会議室',
        replyDueOn: before.replyDueOn,
        answered: null,
        state: 'open',
        agencyName: '地域包括支援センター',
        officeName: expect.any(String) as unknown,
        officePhone: expect.any(String) as unknown,
        demo: true,
      });
      expect((await outside.send('HEAD', url)).status).toBe(200);
    }
    expect((await desk.readSitting(meeting)).history).toEqual(before.history);

    for (const [agency, reply] of Object.entries({ houkatsu: 'attend', kikan: 'online', shakyo: 'attend' })) {
      expect(await desk.answer(ofAgency(agency), reply)).toMatchObject({ status: 200, body: { answered: { reply } } });
    }
    const nameless = await desk.answer(ofAgency('hoken'), 'proxy');
    expect(nameless).toMatchObject({ status: 409, body: { code: 'reply.proxy-name-missing' } });
    expect((await desk.answer(ofAgency('hoken'), 'proxy', '見本 花子')).status).toBe(200);
    expect((await desk.readSitting(meeting)).missing).toEqual(['kodomo']);
  });

  it('[R32] asks only those again who did not answer', async () => {
    await desk.passToDay((await desk.readSitting(meeting)).replyDueOn ?? '');
    const { invitations } = await desk.readSitting(meeting);
    const reminded = invitations.filter(({ reminders }) => reminders > 0);
    expect(reminded.map(({ agency }) => agency)).toEqual(['kodomo']);
    await desk.answer(reminded[0]?.id ?? '', 'absent');
  });

  it('decides outreach at the 支援会議, with 事前調整 before the first contact', async () => {
    const outreach = {
      result: 'outreach',
      ownerAgency: 'shakyo',
      dueOn: desk.calendar.addOpenDays((await desk.readSitting(meeting)).heldOn, 15),
    };
    await desk.holdMeeting(meeting, ['houkatsu', 'kikan', 'shakyo', 'hoken'], outreach);
    expect((await desk.readSitting(meeting)).stage).toBe('closed');

    const nextContactOn = desk.calendar.addOpenDays(desk.today, 10);
    const visit = { on: desk.today, method: 'visit', result: 'notMet', nextContactOn, text: '会えなかった。' };
    const refused = await refusedBy('yukari', `/api/cases/${caseId}/record-contact`, visit);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'outreach.pre-contact-first', detail: containing('事前調整') },
    });
    await give('yukari', 'record-pre-contact', 'track', { on: desk.today, text: '母の通院の日に同席する。' });
    await give('yukari', 'record-contact', null, visit);
    expect((await read()).track).toMatchObject({
      state: 'outreach',
      outreach: { agency: 'shakyo', contacts: 1, met: 0, preContactText: '母の通院の日に同席する。' },
    });
  });

  it('[R2][R3][R9] brings the mother onto the main stages by her consent and refuses the son a 重層的支援会議', async () => {
    await desk.consent(caseId, mother);
    const view = await read();
    expect(view.stage).toBe('assessment');
    expect(view.persons).toMatchObject([
      { id: mother, track: 'main', meetings: { planMeeting: { ok: true } } },
      {
        id: son,
        track: 'supportMeeting',
        meetings: { supportMeeting: { ok: true }, planMeeting: { ok: false, code: 'consent.required' } },
      },
    ]);
    const item = { caseId, purpose: 'informationSharing', personIds: [son], agencies: ['houkatsu'] };
    const heldOn = desk.calendar.addOpenDays(desk.today, 10);
    const sitting = { body: 'planMeeting', heldOn, startsAt: '10:00', endsAt: '11:00', placeText: '役場', item };
    const refused = await refusedBy('midori', '/api/sittings', sitting);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'consent.required', detail: containing('本人の同意を得ていない') },
    });
  });

  it('[R45] gathers the sheets, drafts the plan and explains it to the person', async () => {
    expect((await desk.submitSheets(caseId)).length).toBeGreaterThan(0);
    expect((await read()).stage).toBe('planning');
    await desk.draftPlan(caseId);
    const { today } = desk;
    await give('midori', 'explain-plan', 'plan', { explainedOn: today, appliedOn: today, appliedBy: 'signature' });
    expect((await read()).stage).toBe('adequacyReview');
  });

  it('[R45][R65] has the plan found adequate and decided by the town, and opens it to the deputy with a recorded reason', async () => {
    await desk.planMeeting(caseId, mother, 'adequacyReview', { result: 'adequate' });
    expect((await read()).stage).toBe('decision');
    const decision = { partVersion: (await read()).parts['plan'] ?? 0, decidedOn: desk.today };
    const url = `/api/cases/${caseId}/decide-support`;
    expect(await refusedBy('takashi', url, decision)).toMatchObject({
      status: 409,
      body: { code: 'approval.not-drafted' },
    });
    await give('midori', 'draft-approval', 'plan', { draftedOn: desk.today, documentNumber: '保福第12号' });
    expect(await refusedBy('midori', url, decision)).toMatchObject({ status: 403, body: { code: 'access.role' } });
    const deputyReads = async (): Promise<unknown> => (await read('nozomi')).plans.at(-1)?.directionText;
    expect([await deputyReads(), (await read('nozomi')).allowed.includes('read-plan-with-reason')]).toEqual([
      null,
      true,
    ]);
    await give('nozomi', 'read-plan-with-reason', null, { reasonText: '代決に備えて読む。' });
    expect([await deputyReads(), (await read('nozomi')).allowed.includes('read-plan-with-reason')]).toEqual([
      '母の暮らしを整え、長男と会える関係を作る。',
      false,
    ]);
    expect(await readingsInLedger(desk.bed, caseId, 'hokenfukushi')).toContainEqual({
      person: mother,
      basis: 'reason',
    });
    await give('takashi', 'decide-support', 'plan', { decidedOn: desk.today });

    const view = await read();
    expect(view.stage).toBe('support');
    expect(view.plans.at(-1)).toMatchObject({
      state: 'decided',
      decision: { decidedOn: desk.today, decider: 'manager', deciderName: '担当 たかし' },
      approval: { documentNumber: '保福第12号' },
      roles: [{ toldOn: desk.today }, { toldOn: desk.today }],
    });
    await give('aoi', 'acknowledge-role', null, { agency: 'houkatsu' });
    await give('makoto', 'acknowledge-role', null, { agency: 'shakyo' });
  });

  it('[R47] asks for monitoring each month and begins the evaluation after three', async () => {
    await give('aoi', 'review-track', 'track', { nextReviewOn: null, text: '長男は別の支援につながった。' });
    for (let round = 0; round < 2; round += 1) {
      await desk.passToDay(desk.calendar.nextOpen((await read()).monitoring.nextOn ?? ''));
      expect((await read()).obligations.map(({ kind }) => kind)).toContain('monitoring');
      await give('aoi', 'record-monitoring', null, { on: desk.today, method: 'visit', text: '変わりなく通っている。' });
    }
    expect((await read()).monitoringEntries).toHaveLength(2);
    await desk.passToDay(desk.calendar.nextOpen((await read()).evaluation.dueOn ?? ''));
    const view = await read();
    expect(view.stage).toBe('evaluation');
    await give('aoi', 'record-evaluation', 'evaluation', {
      recordedOn: desk.today,
      goalOutcomes: Object.fromEntries((view.plans.at(-1)?.goals ?? []).map(({ id }) => [id, 'achieved'])),
      changes: ['stability'],
      personsViewText: '通えてよかった。',
      staffOpinionText: '落ち着いている。',
      remainingText: null,
    });
  });

  it('[R13][R48] ends with a named 主担当機関, follows up at 30 and 90 days, and closes without a live date', async () => {
    const standings = (await read()).persons.map(({ id }, index) => ({
      personId: id,
      standing: index === 0 ? 'supported' : 'otherScheme',
      standingText: `終結時の状況${index}`,
    }));
    const ending = { result: 'ended', endReason: 'rolesAgreed', leadAgencyAfter: 'houkatsu', standings };
    await desk.planMeeting(caseId, mother, 'closureDecision', ending);
    const ended = await read();
    // Whoever reads it has a ground for each of them.
    expect(ended).toMatchObject({ stage: 'followUp', ending: { leadAgencyAfter: 'houkatsu', standings } });
    expect(ended.followUps.map(({ day }) => day)).toEqual([30, 90]);
    for (const { day, dueOn } of ended.followUps) {
      await desk.passToDay(dueOn);
      await give('aoi', 'record-follow-up', `follow-up/${day}`, {
        day,
        on: desk.today,
        leadAgencyOk: true,
        text: '良い。',
      });
    }
    const closed = await read();
    expect(closed).toMatchObject({ stage: 'closed', obligations: [], upcoming: [], stall: null });
    expect(closed.plans.at(-1)?.goals).toMatchObject([{ outcome: 'achieved' }]);
    await desk.passToDay(addMonths(desk.today, 6));
    // The cursor is sealed anew each time.
    expect((await read()).history.items).toEqual(closed.history.items);
  });
});
