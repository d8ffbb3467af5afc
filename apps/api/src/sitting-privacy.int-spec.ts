import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inMunicipality } from '#libs/persistence';
import type { CaseView, SittingView } from '#libs/views';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { municipality, openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { accept, openToldHousehold, toldOf, type Household } from './testing/told-household.ts';

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

describe('a 支援会議 with two 案件', () => {
  let first: Household;
  let second: Household;
  let meeting = '';
  const seenBy = async (login: string): Promise<SittingView> => desk.readSitting(meeting, login);

  beforeAll(async () => {
    first = await openToldHousehold(desk);
    await accept(desk, first);
    second = await openToldHousehold(desk);
    await accept(desk, second);
    const item = {
      caseId: first.caseId,
      purpose: 'direction',
      personIds: [first.mother],
      agencies: ['houkatsu', 'shakyo'],
    };
    const { id = '' } = await desk.as('midori').command('/api/sittings', {
      body: 'supportMeeting',
      heldOn: desk.calendar.addOpenDays(desk.today, 3),
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '役場 第2会議室',
      item,
    });
    meeting = id;
    await desk.giveSitting(meeting, 'midori', 'add-item', null, {
      caseId: second.caseId,
      purpose: 'judgement',
      personIds: [second.son],
      agencies: ['houkatsu', 'hoken'],
    });
    const invitees = ['houkatsu', 'shakyo', 'hoken', 'kodomo'].map((agency) => ({ agency }));
    await desk.giveSitting(meeting, 'midori', 'call-sitting', 'sitting', {
      invitees,
      urgentReasonText: '急な入院のため。',
    });
  });
  it('[R24] opens no 案件 by the call alone, but with 守秘義務の確認, each to the agency that sits on it', async () => {
    const known = async (login: string, { caseId }: Household): Promise<unknown> => {
      const { items, allowed } = await seenBy(login);
      const { status } = await desk.as(login).send('GET', `/api/cases/${caseId}`);
      return [items.length, allowed.includes('acknowledge-secrecy'), status];
    };
    expect([await known('yukari', first), await known('hiroshi', second)]).toEqual([
      [0, true, 404],
      [0, true, 404],
    ]);
    await desk.giveSitting(meeting, 'yukari', 'acknowledge-secrecy', null, { agency: 'shakyo' });
    await desk.giveSitting(meeting, 'hiroshi', 'acknowledge-secrecy', null, { agency: 'hoken' });
    expect([await known('yukari', first), await known('hiroshi', second)]).toEqual([
      [1, false, 200],
      [1, false, 200],
    ]);
    // A colleague's own is one's own (R35): until then neither page nor list tells of the case.
    const listed = async (login: string): Promise<boolean> => {
      const { items } = (await desk.as(login).send('GET', '/api/cases')).body as { items: { recordId: string }[] };
      return items.some(({ recordId }) => recordId === first.caseId);
    };
    expect([await known('makoto', first), await listed('makoto'), await listed('yukari')]).toEqual([
      [0, true, 404],
      false,
      true,
    ]);
    await desk.giveSitting(meeting, 'makoto', 'acknowledge-secrecy', null, { agency: 'shakyo' });
    expect([await known('makoto', first), await listed('makoto')]).toEqual([[1, false, 200], true]);
    await desk.giveSitting(meeting, 'aoi', 'acknowledge-secrecy', null, { agency: 'houkatsu' });
    expect(await known('yukari', second)).toEqual([1, false, 404]);
  });
  it('[R24] shows each agency the 案件 on which it sits, and not that there are others', async () => {
    const [shakyo, hoken, kodomo] = [await seenBy('yukari'), await seenBy('hiroshi'), await seenBy('sakura')];
    expect(shakyo.items.map(({ caseId }) => caseId)).toEqual([first.caseId]);
    expect(hoken.items.map(({ caseId }) => caseId)).toEqual([second.caseId]);
    expect([kodomo.items, kodomo.invitations.map(({ agency }) => agency), kodomo.missing]).toEqual([
      [],
      ['kodomo'],
      ['kodomo'],
    ]);
    for (const hidden of [second.caseId, second.son, 'judgement'])
      expect(JSON.stringify([shakyo.items, shakyo.history, shakyo.obligations])).not.toContain(hidden);
    expect(shakyo.history.items.filter(({ type }) => type === 'item-added')).toHaveLength(1);
    for (const login of ['midori', 'takashi', 'aoi']) expect((await seenBy(login)).items).toHaveLength(2);
  });

  it('[R65] says why it is called at short notice, and who comes instead of whom, to the secretariat alone', async () => {
    const invitation = (await seenBy('midori')).invitations.find(({ agency }) => agency === 'hoken');
    await desk.answer(invitation?.id ?? '', 'proxy', '見本 花子');
    const written = async (login: string): Promise<unknown> => {
      const { urgentReasonText, invitations, history } = await seenBy(login);
      const proxy = invitations.find(({ agency }) => agency === 'hoken')?.proxyText;
      return [urgentReasonText, proxy, toldOf({ history }, 'invitation-answered')];
    };
    expect(await written('midori')).toEqual(['急な入院のため。', '見本 花子', ['見本 花子']]);
    expect(await written('takashi')).toEqual([null, null, [null]]);
    expect(await written('hiroshi')).toEqual([null, null, [null]]);
    expect(await written('yukari')).toEqual([null, undefined, undefined]);
    expect(await written('sakura')).toEqual([null, undefined, undefined]);
  });

  it('[R64][R65] opens to the manager, for a day and with a reason that is logged, what a list does not say', async () => {
    const read = async (): Promise<unknown> => {
      const { urgentReasonText, items } = await seenBy('takashi');
      return [urgentReasonText, items.map(({ persons }) => persons.map(({ label }) => label))];
    };
    expect(await read()).toEqual([null, [['本人'], ['世帯員']]]);
    const reasonText = '開催の可否を判断するため。';
    await desk.giveSitting(meeting, 'takashi', 'read-with-reason', null, { reasonText });
    expect(await read()).toEqual(['急な入院のため。', [['見本 千代'], ['見本 直樹']]]);
    expect(toldOf(await seenBy('midori'), 'reading-reasoned')).toEqual([reasonText]);
    expect(toldOf(await seenBy('yukari'), 'reading-reasoned')).toBeUndefined();
    expect((await seenBy('nozomi')).urgentReasonText).toBeNull();
    const given = `select distinct to_agency, basis from disclosure where municipality_id = $1 and record_id = $2 and basis = 'reason'`;
    await inMunicipality(desk.bed.parts.app, { municipality }, async (tx) => {
      const rows = await tx.rows({ name: 'test-reason', text: given }, [municipality, first.caseId]);
      expect(rows).toEqual([{ to_agency: 'hokenfukushi', basis: 'reason' }]);
    });
    await desk.passToDay(desk.calendar.addOpenDays(desk.today, 1));
    expect(await read()).toEqual([null, [['本人'], ['世帯員']]]);
  });

  it('[R64] writes down under the case what a reader of another agency learned, person by person', async () => {
    await seenBy('yukari');
    const given = `select distinct person_id, to_agency, basis from disclosure where municipality_id = $1 and record_id = $2 and what = 'item-texts'`;
    await inMunicipality(desk.bed.parts.app, { municipality }, async (tx) => {
      const rowsOf = async (recordId: string): Promise<readonly object[]> =>
        tx.rows<object>({ name: 'test-item-disclosure', text: given }, [municipality, recordId]);
      expect(await rowsOf(first.caseId)).toContainEqual({
        person_id: first.mother,
        to_agency: 'shakyo',
        basis: expect.any(String) as unknown,
      });
      expect(await rowsOf(second.caseId)).not.toContainEqual(expect.objectContaining({ to_agency: 'shakyo' }));
      expect(await rowsOf(meeting)).toEqual([]);
    });
  });

  it('[R64] writes down under each case that the secretariat read of it on the page of the sitting', async () => {
    const read = `select count(*)::int as n from audit_entry where municipality_id = $1 and record_id = $2 and action = 'read.item-texts'`;
    const readings = async (): Promise<readonly number[]> =>
      inMunicipality(desk.bed.parts.app, { municipality }, async (tx) => {
        const found = [first, second].map(async ({ caseId }) =>
          tx.rows<{ n: number }>({ name: 'test-read-on-sitting', text: read }, [municipality, caseId]),
        );
        return (await Promise.all(found)).map(([row]) => row?.n ?? 0);
      });
    const before = await readings();
    await seenBy('midori');
    expect(await readings()).toEqual(before.map((n) => n + 1));
  });

  it('[R24] keeps what came of an item, and what was done on it, from members of a 重層的支援会議 who were not on it', async () => {
    const { caseId, mother } = first;
    await desk.passToDay((await seenBy('midori')).heldOn);
    const attendance = {
      present: ['houkatsu', 'shakyo', 'hokenfukushi'],
      acknowledgement: 'readAloud',
      chair: 'manager',
    };
    await desk.giveSitting(meeting, 'takashi', 'hold-sitting', 'sitting', attendance);
    for (const { itemId } of (await seenBy('midori')).items) {
      await desk.giveSitting(meeting, 'midori', 'give-disposition', `item/${itemId}`, {
        itemId,
        result: 'outreach',
        ownerAgency: 'houkatsu',
        dueOn: desk.calendar.addOpenDays(desk.today, 10),
        nextStepText: '訪問で会う。',
        endReason: null,
        leadAgencyAfter: null,
      });
    }
    await desk.give(caseId, 'aoi', 'record-pre-contact', 'track', { on: desk.today, text: '通院の日に同席する。' });
    const visit = {
      on: desk.today,
      method: 'visit',
      result: 'met',
      nextContactOn: desk.calendar.addOpenDays(desk.today, 5),
    };
    await desk.give(caseId, 'aoi', 'record-contact', null, { ...visit, text: '玄関で話せた。' });
    const again = { caseId, purpose: 'informationSharing', personIds: [mother] };
    const second106 = await desk.callMeeting('supportMeeting', 10, again, ['houkatsu', 'shakyo']);
    await desk.holdMeeting(second106, ['houkatsu', 'shakyo'], { result: 'shared', nextStepText: '家族会に誘う。' });
    await desk.consent(caseId, mother);
    const sheets = await desk.submitSheets(caseId);
    expect(sheets).toContain('kikan');
    await desk.callMeeting('planMeeting', 8, { caseId, purpose: 'informationSharing', personIds: [mother] }, [
      'houkatsu',
      'hoken',
    ]);
    // 保健センター: on the 重層的支援会議 by the mother's consent, not on the item of the 支援会議.
    const hoken = await desk.readCase(caseId, 'hiroshi');
    expect(hoken.persons[0]).toMatchObject({ name: '見本 千代', consent: { status: 'given' } });
    expect(hoken.placements).toMatchObject([{ kind: 'planMeeting', purpose: 'informationSharing' }]);
    expect([hoken.tasks, hoken.contacts]).toEqual([[], []]);
    expect(hoken.track).toMatchObject({ state: null, nextReviewOn: null, outreach: null });
    expect(hoken.participants.map(({ agency }) => agency)).not.toContain('shakyo');
    expect(hoken.sheets.find(({ agency }) => agency === 'kikan')).toMatchObject({ text: null, masked: true });
    for (const said of ['家族会', '通院の日', '玄関で', '見立て'])
      expect(JSON.stringify({ ...hoken, handoffs: [] })).not.toContain(said);
    expect(hoken.history.items.map(({ type }) => type)).not.toContain('disposition-taken');
    // 社協: on that item. 基幹: its own sheet. 地域包括: carries the case.
    const shakyo = await desk.readCase(caseId, 'yukari');
    expect(shakyo.tasks).toMatchObject([{ text: '家族会に誘う。' }]);
    expect(shakyo.contacts).toMatchObject([{ text: '玄関で話せた。', result: 'met' }]);
    expect(shakyo.placements).toMatchObject([
      { kind: 'supportMeeting', result: 'outreach' },
      { kind: 'supportMeeting', result: 'shared' },
    ]);
    const own = (view: CaseView, agency: string): string | null | undefined =>
      view.sheets.find((sheet) => sheet.agency === agency)?.text;
    expect(own(shakyo, 'kikan')).toBeNull();
    expect(own(await desk.readCase(caseId, 'shigeru'), 'kikan')).toContain('見立て');
    expect(own(await desk.readCase(caseId, 'aoi'), 'kikan')).toContain('見立て');
  });

  it('[R24] keeps a 案件 open to its members when its place has left the state of the case', async () => {
    const place = (await desk.readCase(first.caseId, 'midori')).placements.find((one) => one.sittingId === meeting);
    await inMunicipality(desk.bed.parts.app, { municipality }, async (tx) => {
      const values = [municipality, first.caseId, place?.itemId];
      const moved = `insert into left_entry (municipality_id, record_id, list, seq, id, body)
        select municipality_id, id, 'placements', seq, $3, p from record, jsonb_array_elements(state -> 'placements') p
        where municipality_id = $1 and id = $2 and p ->> 'itemId' = $3 returning id`;
      expect(await tx.rows({ name: 'test-left', text: moved }, values)).toHaveLength(1);
      const rest = `update record set state = jsonb_set(state, '{placements}',
          (select jsonb_agg(p) from jsonb_array_elements(state -> 'placements') p where p ->> 'itemId' <> $3))
        where municipality_id = $1 and id = $2`;
      await tx.rows({ name: 'test-rest', text: rest }, values);
    });
    const [shakyo, hoken] = [await seenBy('yukari'), await seenBy('hiroshi')];
    expect(shakyo.items[0]?.disposition).toMatchObject({ result: 'outreach', nextStepText: '訪問で会う。' });
    // It was not there.
    expect(hoken.items).toEqual([]);
  });

  it('[R24] tells those who were there of a finished 決定事項, and nothing more once the track has ended', async () => {
    const { caseId } = first;
    const task = (await desk.readCase(caseId, 'aoi')).tasks[0];
    const done = { taskId: task?.id, outcome: 'impossible', text: '会えなくなった。' };
    await desk.give(caseId, 'aoi', 'finish-task', `task/${task?.id ?? ''}`, done);
    expect(toldOf(await desk.readCase(caseId, 'yukari'), 'task-finished')).toEqual(['会えなくなった。']);
    await desk.give(caseId, 'aoi', 'review-track', 'track', { nextReviewOn: null, text: '長男は別の支援へ。' });
    for (const [login, finished, reviewed] of [
      ['midori', '会えなくなった。', '長男は別の支援へ。'],
      ['yukari', undefined, undefined],
      ['hiroshi', undefined, undefined],
    ] as const) {
      const seen = await desk.readCase(caseId, login);
      expect(toldOf(seen, 'task-finished')?.[0]).toBe(finished);
      expect(toldOf(seen, 'track-reviewed')?.[0]).toBe(reviewed);
    }
    expect((await seenBy('yukari')).items).toEqual([]);
  });
});

describe('a sitting that is called off', () => {
  it('tells the office why, and the invited only that it is', async () => {
    const household = await openToldHousehold(desk);
    const { caseId, mother } = household;
    await accept(desk, household);
    const { id = '' } = await desk.as('midori').command('/api/sittings', {
      body: 'supportMeeting',
      heldOn: desk.calendar.addOpenDays(desk.today, 10),
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: '役場',
      item: { caseId, purpose: 'direction', personIds: [mother], agencies: ['houkatsu'] },
    });
    await desk.follow();
    const invitees = ['shakyo', 'hoken'].map((agency) => ({ agency }));
    await desk.giveSitting(id, 'midori', 'call-sitting', 'sitting', { invitees, urgentReasonText: null });
    await desk.giveSitting(id, 'midori', 'cancel-sitting', 'sitting', { reasonText: '本人が入院した。' });
    expect(toldOf(await desk.readSitting(id), 'sitting-cancelled')).toEqual(['本人が入院した。']);
    expect(toldOf(await desk.readSitting(id, 'yukari'), 'sitting-cancelled')).toEqual([null]);
  });
});
