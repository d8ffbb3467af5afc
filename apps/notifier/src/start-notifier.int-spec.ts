import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { until } from '../../../libs/outbox/src/testing/until.ts';
import { five, NotifierBed, publicUrl } from './testing/notifier-bed.ts';
import { municipality, place } from './testing/sitting-fixture.ts';

/** Real: PostgreSQL with its roles, an SMTP server, the profile of the demo, the whole notifier. Not real: the executor that writes the rows. */
describe('startNotifier', () => {
  let bed: NotifierBed;
  beforeAll(async () => {
    bed = await NotifierBed.open();
  });
  afterEach(async () => {
    await bed.rest();
  });
  afterAll(async () => {
    await bed.close();
  });

  it('[R63] makes five invitations five mails with one recipient and one reply link each', async () => {
    const { invited } = await bed.fixture.callSitting(five);
    await bed.start();
    await bed.through();
    expect(bed.catcher.caught).toHaveLength(5);
    for (const { recipients: to } of bed.catcher.caught) expect(to).toHaveLength(1);
    expect(bed.recipients()).toEqual([
      'hoken-cho@example.jp',
      'houkatsu-cho@example.jp',
      'kikan-kanrisha@example.jp',
      'kodomo-cho@example.jp',
      'shakyo-kyokucho@example.jp',
    ]);
    const links = invited.map(({ invitationId }) => bed.fixture.linkOf(publicUrl, invitationId));
    for (const link of links)
      expect(bed.catcher.caught.filter(({ mail }) => mail.text?.includes(link))).toHaveLength(1);
    for (const { mail } of bed.catcher.caught) {
      expect(mail.subject).toBe('令和8年度第3回支援会議の開催について(通知)');
      expect(mail.text).toContain(`場所 ${place}`);
      expect(mail.from?.value).toMatchObject([{ address: 'jimukyoku@example.jp' }]);
    }
    for (const { noticeId } of invited) {
      expect(await bed.fixture.stateOf(noticeId)).toEqual({
        state: 'sent',
        attempts: 1,
        last_result: '250',
        was_sent: true,
      });
    }
  });

  it('mails nobody who is reached by phone or paper', async () => {
    const { invited } = await bed.fixture.callSitting(['ken']);
    await bed.start();
    await bed.through();
    expect(bed.catcher.caught).toEqual([]);
    expect(await bed.fixture.stateOf(invited[0]!.noticeId)).toEqual({
      state: 'phone',
      attempts: 0,
      last_result: 'no-mailbox',
      was_sent: false,
    });
  });

  it('sends no invitation to a sitting that was cancelled meanwhile, and no word of the end to who never heard of it', async () => {
    const { recordId, invited } = await bed.fixture.callSitting(['houkatsu'], { stage: 'cancelled', sequence: 1 });
    const cancelled = await bed.fixture.decide(recordId, {
      kind: 'invitation-cancelled',
      agency: 'houkatsu',
      to: 'head',
      invitationId: invited[0]!.invitationId,
      sequence: 1,
    });
    await bed.start();
    await bed.through();
    expect(bed.catcher.caught).toEqual([]);
    expect(await bed.fixture.stateOf(invited[0]!.noticeId)).toMatchObject({ state: 'superseded', attempts: 0 });
    expect(await bed.fixture.stateOf(cancelled)).toMatchObject({ state: 'superseded' });
  });

  it('cancels the calendar entry of who was told', async () => {
    const { recordId, invited } = await bed.fixture.callSitting(['houkatsu']);
    await bed.start();
    await bed.through();
    await bed.fixture.query(`update sitting set stage = 'cancelled', sequence = 1 where record_id = $1`, [recordId]);
    await bed.fixture.decide(recordId, {
      kind: 'invitation-cancelled',
      agency: 'houkatsu',
      to: 'head',
      invitationId: invited[0]!.invitationId,
      sequence: 1,
    });
    await bed.through();
    const calendars = bed.catcher.caught.map(
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
    const { recordId } = await bed.fixture.callSitting([]);
    const owing = `insert into obligation (municipality_id, record_id, key, kind, agency, post, blocking, asked_on, due_on, due_at)
      values ($1, $2, 'decision-task/1', 'decision-task', 'shakyo', 'staff', true, '2026-11-20', '2026-11-27', now())`;
    await bed.fixture.query(owing, [municipality, recordId]);
    const reminder = { kind: 'reminder', to: 'desk', obligationKind: 'decision-task' };
    const still = await bed.fixture.decide(recordId, { ...reminder, agency: 'shakyo' });
    const done = await bed.fixture.decide(recordId, { ...reminder, agency: 'kodomo' });
    await bed.start();
    await bed.through();
    expect(bed.recipients()).toEqual(['shakyo@example.jp']);
    expect(bed.catcher.caught[0]!.mail.text).toContain('お願いしていること 決定事項の実施\n期限 令和8年11月27日(金)');
    // Nobody of it can sign in: the mail itself can be answered.
    expect(bed.catcher.caught[0]!.mail.text).toContain('お返事は、このメールへの返信またはお電話でお知らせください。');
    expect(bed.catcher.caught[0]!.mail.text).not.toContain(`${publicUrl}/sittings/${recordId}`);
    expect([await bed.fixture.stateOf(still), await bed.fixture.stateOf(done)]).toMatchObject([
      { state: 'sent' },
      { state: 'superseded' },
    ]);
  });

  it('leads into the system only who holds that post there; a 所属長 or 管理者 without account gets a mail that can be answered', async () => {
    const accountId = randomUUID();
    const owner = new pg.Client({ connectionString: bed.database.superuserUrl });
    await owner.connect();
    await owner.query(`select set_config('app.municipality', $1, false)`, [municipality]);
    await owner.query(`insert into municipality (municipality_id, name, is_demo) values ($1, '東吾妻町', true)`, [
      municipality,
    ]);
    await owner.query('insert into account (id, login) values ($1, $2)', [accountId, 'only-coordinator']);
    await owner.query(
      `insert into membership (municipality_id, id, account_id, agency, posts, display_name)
       values ($1, $2, $3, 'hokenfukushi', '{coordinator}', '担当 試験')`,
      [municipality, randomUUID(), accountId],
    );
    await owner.end();
    const { recordId } = await bed.fixture.callSitting([]);
    for (const to of ['coordinator', 'manager', 'deputy'])
      await bed.fixture.decide(recordId, { kind: 'escalation', to, obligationKind: 'reply', agency: 'hokenfukushi' });
    await bed.fixture.query(
      `insert into obligation (municipality_id, record_id, key, kind, agency, post, blocking, asked_on, due_on, due_at)
       values ($1, $2, 'reply/1', 'reply', 'hokenfukushi', 'staff', true, '2026-11-20', '2026-11-27', now())`,
      [municipality, recordId],
    );
    await bed.start();
    await bed.through();
    const inside = `${publicUrl}/sittings/${recordId}`;
    const ways = bed.catcher.caught.map(({ recipients: [to], mail: { text } }) => [
      to,
      text?.includes(inside),
      text?.includes('お返事は、このメールへの返信またはお電話で'),
    ]);
    expect(ways.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
      ['kacho-hosa@example.jp', false, true],
      ['kacho@example.jp', false, true],
      ['takikan@example.jp', true, false],
    ]);
  });

  it('does not send again what was sent, when only the word to the outbox was lost', async () => {
    const { invited } = await bed.fixture.callSitting(['houkatsu']);
    await bed.start();
    await bed.through();
    await bed.fixture.carry(invited[0]!.noticeId);
    await bed.through();
    expect(bed.catcher.caught).toHaveLength(1);
  });

  it('sends each notice once with three notifiers side by side', async () => {
    for (let n = 0; n < 4; n += 1) await bed.fixture.callSitting(five);
    await Promise.all([bed.start(), bed.start(), bed.start()]);
    await bed.through();
    expect(bed.catcher.caught).toHaveLength(20);
    expect(new Set(bed.catcher.caught.map(({ mail }) => mail.messageId)).size).toBe(20);
  });

  it('shows that it is at work', async () => {
    await bed.start();
    await until(
      async () =>
        (
          await bed.fixture.query(
            `select 1 from serving_process where name = 'notifier' and at > now() - interval '1 minute'`,
          )
        ).length === 1,
    );
  });
});
