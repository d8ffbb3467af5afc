import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until } from '../../../libs/outbox/src/testing/until.ts';
import { startMailCatcher, type MailCatcher } from '../../../libs/notification/src/testing/mail-catcher.ts';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { startNotifier, type NotifierSettings } from './start-notifier.ts';
import { masterKey, municipality, place, SittingFixture } from './testing/sitting-fixture.ts';

const five = ['houkatsu', 'kikan', 'shakyo', 'kodomo', 'hoken'];
const publicUrl = 'https://tsunagi.example.jp';

/** Real: PostgreSQL with its roles, an SMTP server, the profile of the demo, the whole notifier. Not real: the executor that writes the rows. */
describe('startNotifier', () => {
  let database: FreshDatabase;
  let fixture: SittingFixture;
  let catcher: MailCatcher;
  let running: { close(): Promise<void> }[] = [];
  const told: object[] = [];
  const log = { warn: (fields: object) => void told.push(fields), error: (fields: object) => void told.push(fields) };

  beforeAll(async () => {
    database = await freshDatabase();
    fixture = new SittingFixture(database.appUrl);
  });

  afterAll(async () => {
    await fixture.close();
    await database.drop();
  });

  beforeEach(async () => {
    catcher = await startMailCatcher();
  });

  afterEach(async () => {
    await Promise.all(running.map(async (notifier) => notifier.close()));
    running = [];
    await catcher.close();
    await fixture.query('delete from outbox');
  });

  const start = async (more: Partial<NotifierSettings> = {}): Promise<void> => {
    running.push(
      await startNotifier({
        databaseUrl: database.ownerUrl,
        rolePasswords: testRolePasswords,
        masterKey,
        smtpUrl: catcher.url,
        publicUrl,
        demo: true,
        log,
        firstPauseMs: 20,
        longestPauseMs: 50,
        ...more,
      }),
    );
  };
  const through = async (): Promise<void> => until(async () => (await fixture.waiting()) === 0);
  const recipients = (): string[] => catcher.caught.flatMap((mail) => mail.recipients).toSorted();

  it('[R63] makes five invitations five mails with one recipient and one reply link each', async () => {
    const { invited } = await fixture.callSitting(five);
    await start();
    await through();
    expect(catcher.caught).toHaveLength(5);
    for (const { recipients: to } of catcher.caught) expect(to).toHaveLength(1);
    expect(recipients()).toEqual([
      'hoken-cho@example.jp',
      'houkatsu-cho@example.jp',
      'kikan-kanrisha@example.jp',
      'kodomo-cho@example.jp',
      'shakyo-kyokucho@example.jp',
    ]);
    const links = invited.map(({ invitationId }) => fixture.linkOf(publicUrl, invitationId));
    for (const link of links) expect(catcher.caught.filter(({ mail }) => mail.text?.includes(link))).toHaveLength(1);
    for (const { mail } of catcher.caught) {
      expect(mail.subject).toBe('令和8年度第3回支援会議の開催について(通知)');
      expect(mail.text).toContain(`場所 ${place}`);
      expect(mail.from?.value).toMatchObject([{ address: 'jimukyoku@example.jp' }]);
    }
    for (const { noticeId } of invited) {
      expect(await fixture.stateOf(noticeId)).toEqual({
        state: 'sent',
        attempts: 1,
        last_result: '250',
        was_sent: true,
      });
    }
  });

  it('sends later what the mail server could not take, loses nothing and doubles nothing', async () => {
    const { port } = catcher;
    await catcher.close();
    const { invited } = await fixture.callSitting(five);
    await start({ smtpUrl: `smtp://127.0.0.1:${port}` });
    await until(async () => {
      const states = await Promise.all(invited.map(async ({ noticeId }) => fixture.stateOf(noticeId)));
      return states.every(
        ({ state, attempts, last_result }) =>
          state === 'queued' && attempts > 0 && last_result?.startsWith('E') === true,
      );
    });
    catcher = await startMailCatcher(port);
    await through();
    expect(new Set(recipients()).size).toBe(5);
    expect(catcher.caught).toHaveLength(5);
    expect(new Set(catcher.caught.map(({ mail }) => mail.messageId)).size).toBe(5);
    expect(JSON.stringify(told)).not.toContain('@');
  });

  it('gives a refused recipient to the telephone, tries a busy one again, and lets neither hold up the others', async () => {
    let busy = 2;
    catcher.refuse = (recipient) => {
      if (recipient.startsWith('kikan')) return { at: 'recipient', code: 550, enhanced: '5.1.1' };
      return recipient.startsWith('hoken') && busy-- > 0 ? { at: 'recipient', code: 450 } : undefined;
    };
    const { invited } = await fixture.callSitting(five);
    await start();
    await through();
    expect(catcher.caught).toHaveLength(4);
    const stateOf = async (agency: string): Promise<unknown> =>
      fixture.stateOf(invited.find((one) => one.agency === agency)!.noticeId);
    expect(await stateOf('kikan')).toEqual({ state: 'phone', attempts: 1, last_result: '550 5.1.1', was_sent: false });
    // The record knows: the secretariat has somebody to ring up.
    const kikan = invited.find(({ agency }) => agency === 'kikan')?.invitationId;
    expect(await fixture.query(`select kind, post from obligation where about = $1`, [kikan])).toEqual([
      { kind: 'phone-task', post: 'coordinator' },
    ]);
    expect(await stateOf('hoken')).toEqual({ state: 'sent', attempts: 3, last_result: '250', was_sent: true });
    expect(await stateOf('shakyo')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('holds every notice while the mail server refuses everybody, and sends all once it is mended', async () => {
    catcher.refuse = () => ({ at: 'recipient', code: 550 });
    const { invited } = await fixture.callSitting(five);
    await start();
    await until(async () => {
      const states = await Promise.all(invited.map(async ({ noticeId }) => fixture.stateOf(noticeId)));
      return states.every(({ state, attempts }) => state === 'queued' && attempts >= 4);
    });
    expect(
      await fixture.query(`select 1 from obligation where kind = 'phone-task' and about = any($1)`, [
        invited.map(({ invitationId }) => invitationId),
      ]),
    ).toEqual([]);
    catcher.refuse = () => undefined;
    await through();
    expect(new Set(recipients()).size).toBe(5);
  });

  it('gives what could not be sent for two days to the telephone', async () => {
    catcher.refuse = () => ({ at: 'recipient', code: 550 });
    const { invited } = await fixture.callSitting(['houkatsu']);
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query(`update notice set created_at = now() - interval '49 hours' where id = $1`, [
      invited[0]!.noticeId,
    ]);
    await superuser.end();
    await start();
    await through();
    expect(await fixture.stateOf(invited[0]!.noticeId)).toMatchObject({ state: 'phone', last_result: '550' });
    expect(await fixture.query(`select kind from obligation where about = $1`, [invited[0]!.invitationId])).toEqual([
      { kind: 'phone-task' },
    ]);
  });

  it('sends the next word of a sitting as soon as the one before it is through, without an alarm', async () => {
    catcher.refuse = () => ({ at: 'recipient', code: 450 });
    const { recordId, invited } = await fixture.callSitting(['houkatsu']);
    const first = invited[0]!;
    await start({ firstPauseMs: 600_000, longestPauseMs: 600_000 });
    await until(async () => (await fixture.stateOf(first.noticeId)).attempts > 0);
    await fixture.query(`update sitting set sequence = 1 where record_id = $1`, [recordId]);
    const sequence = { invitationId: first.invitationId, sequence: 1 };
    const moved = await fixture.decide(recordId, {
      kind: 'invitation-moved',
      agency: 'houkatsu',
      to: 'head',
      ...sequence,
    });
    const waits = `select 1 from outbox where key = $1 and attempts = 0 and try_at > now() + interval '30 seconds'`;
    await until(async () => (await fixture.query(waits, [moved])).length === 1);
    catcher.refuse = () => undefined;
    // The first one comes again: it tells an older date and is overtaken. The other one does not wait for its own time.
    await fixture.carry(first.noticeId, 'again');
    await through();
    expect((await fixture.stateOf(first.noticeId)).state).toBe('superseded');
    expect((await fixture.stateOf(moved)).state).toBe('sent');
    expect(JSON.stringify(told)).not.toContain(moved);
  });

  it('mails nobody who is reached by phone or paper', async () => {
    const { invited } = await fixture.callSitting(['ken']);
    await start();
    await through();
    expect(catcher.caught).toEqual([]);
    expect(await fixture.stateOf(invited[0]!.noticeId)).toEqual({
      state: 'phone',
      attempts: 0,
      last_result: 'no-mailbox',
      was_sent: false,
    });
  });

  it('sends no invitation to a sitting that was cancelled meanwhile, and no word of the end to who never heard of it', async () => {
    const { recordId, invited } = await fixture.callSitting(['houkatsu'], { stage: 'cancelled', sequence: 1 });
    const cancelled = await fixture.decide(recordId, {
      kind: 'invitation-cancelled',
      agency: 'houkatsu',
      to: 'head',
      invitationId: invited[0]!.invitationId,
      sequence: 1,
    });
    await start();
    await through();
    expect(catcher.caught).toEqual([]);
    expect(await fixture.stateOf(invited[0]!.noticeId)).toMatchObject({ state: 'superseded', attempts: 0 });
    expect(await fixture.stateOf(cancelled)).toMatchObject({ state: 'superseded' });
  });

  it('cancels the calendar entry of who was told', async () => {
    const { recordId, invited } = await fixture.callSitting(['houkatsu']);
    await start();
    await through();
    await fixture.query(`update sitting set stage = 'cancelled', sequence = 1 where record_id = $1`, [recordId]);
    await fixture.decide(recordId, {
      kind: 'invitation-cancelled',
      agency: 'houkatsu',
      to: 'head',
      invitationId: invited[0]!.invitationId,
      sequence: 1,
    });
    await through();
    const calendars = catcher.caught.map(
      ({ mail }) => mail.attachments.find(({ filename }) => filename === 'invite.ics')?.content.toString() ?? '',
    );
    expect(calendars.map((text) => /METHOD:(\w+)/u.exec(text)?.[1])).toEqual(['REQUEST', 'CANCEL']);
    expect(calendars.map((text) => /UID:(\S+)/u.exec(text)?.[1])).toEqual([
      invited[0]!.invitationId,
      invited[0]!.invitationId,
    ]);
    expect(calendars.map((text) => /SEQUENCE:(\d+)/u.exec(text)?.[1])).toEqual(['0', '1']);
  });

  it('[R32] reminds who still owes and not who has done it', async () => {
    const { recordId } = await fixture.callSitting([]);
    const owing = `insert into obligation (municipality_id, record_id, key, kind, agency, post, blocking, asked_on, due_on, due_at)
      values ($1, $2, 'decision-task/1', 'decision-task', 'shakyo', 'staff', true, '2026-11-20', '2026-11-27', now())`;
    await fixture.query(owing, [municipality, recordId]);
    const reminder = { kind: 'reminder', to: 'desk', obligationKind: 'decision-task' };
    const still = await fixture.decide(recordId, { ...reminder, agency: 'shakyo' });
    const done = await fixture.decide(recordId, { ...reminder, agency: 'kodomo' });
    await start();
    await through();
    expect(recipients()).toEqual(['shakyo@example.jp']);
    expect(catcher.caught[0]!.mail.text).toContain('お願いしていること 決定事項の実施\n期限 令和8年11月27日(金)');
    // Nobody of it can sign in: the mail itself can be answered.
    expect(catcher.caught[0]!.mail.text).toContain('お返事は、このメールへの返信またはお電話でお知らせください。');
    expect(catcher.caught[0]!.mail.text).not.toContain(`${publicUrl}/sittings/${recordId}`);
    expect([await fixture.stateOf(still), await fixture.stateOf(done)]).toMatchObject([
      { state: 'sent' },
      { state: 'superseded' },
    ]);
  });

  it('does not send again what was sent, when only the word to the outbox was lost', async () => {
    const { invited } = await fixture.callSitting(['houkatsu']);
    await start();
    await through();
    await fixture.carry(invited[0]!.noticeId);
    await through();
    expect(catcher.caught).toHaveLength(1);
  });

  it('sends each notice once with three notifiers side by side', async () => {
    for (let n = 0; n < 4; n += 1) await fixture.callSitting(five);
    await Promise.all([start(), start(), start()]);
    await through();
    expect(catcher.caught).toHaveLength(20);
    expect(new Set(catcher.caught.map(({ mail }) => mail.messageId)).size).toBe(20);
  });

  it('shows that it is at work', async () => {
    await start();
    await until(
      async () =>
        (
          await fixture.query(
            `select 1 from serving_process where name = 'notifier' and at > now() - interval '1 minute'`,
          )
        ).length === 1,
    );
  });
});
