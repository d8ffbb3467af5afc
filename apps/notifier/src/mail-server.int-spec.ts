import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailCatcher } from '../../../libs/notification/src/testing/mail-catcher.ts';
import { until } from '../../../libs/outbox/src/testing/until.ts';
import { five, NotifierBed } from './testing/notifier-bed.ts';

/** Real: PostgreSQL with its roles, an SMTP server, the profile of the demo, the whole notifier. Not real: the executor that writes the rows. */
describe('a mail server that does not take what it gets', () => {
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

  it('sends later what the mail server could not take, loses nothing and doubles nothing', async () => {
    const { port } = bed.catcher;
    await bed.catcher.close();
    const { invited } = await bed.fixture.callSitting(five);
    await bed.start({ smtpUrl: `smtp://127.0.0.1:${port}` });
    await until(async () => {
      const states = await Promise.all(invited.map(async ({ noticeId }) => bed.fixture.stateOf(noticeId)));
      return states.every(
        ({ state, attempts, last_result }) =>
          state === 'queued' && attempts > 0 && last_result?.startsWith('E') === true,
      );
    });
    bed.catcher = await startMailCatcher(port);
    await bed.through();
    expect(new Set(bed.recipients()).size).toBe(5);
    expect(bed.catcher.caught).toHaveLength(5);
    expect(new Set(bed.catcher.caught.map(({ mail }) => mail.messageId)).size).toBe(5);
    expect(JSON.stringify(bed.told)).not.toContain('@');
  });

  it('gives a refused recipient to the telephone, tries a busy one again, and lets neither hold up the others', async () => {
    let busy = 2;
    bed.catcher.refuse = (recipient) => {
      if (recipient.startsWith('kikan')) return { at: 'recipient', code: 550, enhanced: '5.1.1' };
      return recipient.startsWith('hoken') && busy-- > 0 ? { at: 'recipient', code: 450 } : undefined;
    };
    const { invited } = await bed.fixture.callSitting(five);
    await bed.start();
    await bed.through();
    expect(bed.catcher.caught).toHaveLength(4);
    const stateOf = async (agency: string): Promise<unknown> =>
      bed.fixture.stateOf(invited.find((one) => one.agency === agency)!.noticeId);
    expect(await stateOf('kikan')).toEqual({ state: 'phone', attempts: 1, last_result: '550 5.1.1', was_sent: false });
    // The record knows: the secretariat has somebody to ring up.
    const kikan = invited.find(({ agency }) => agency === 'kikan')?.invitationId;
    expect(await bed.fixture.query(`select kind, post from obligation where about = $1`, [kikan])).toEqual([
      { kind: 'phone-task', post: 'coordinator' },
    ]);
    expect(await stateOf('hoken')).toEqual({ state: 'sent', attempts: 3, last_result: '250', was_sent: true });
    expect(await stateOf('shakyo')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('holds every notice while the mail server refuses everybody, and sends all once it is mended', async () => {
    bed.catcher.refuse = () => ({ at: 'recipient', code: 550 });
    const { invited } = await bed.fixture.callSitting(five);
    await bed.start();
    await until(async () => {
      const states = await Promise.all(invited.map(async ({ noticeId }) => bed.fixture.stateOf(noticeId)));
      return states.every(({ state, attempts }) => state === 'queued' && attempts >= 4);
    });
    expect(
      await bed.fixture.query(`select 1 from obligation where kind = 'phone-task' and about = any($1)`, [
        invited.map(({ invitationId }) => invitationId),
      ]),
    ).toEqual([]);
    bed.catcher.refuse = () => undefined;
    await bed.through();
    expect(new Set(bed.recipients()).size).toBe(5);
  });

  it('gives what could not be sent for two days to the telephone', async () => {
    bed.catcher.refuse = () => ({ at: 'recipient', code: 550 });
    const { invited } = await bed.fixture.callSitting(['houkatsu']);
    await bed.asSuperuser(`update notice set created_at = now() - interval '49 hours' where id = $1`, [
      invited[0]!.noticeId,
    ]);
    await bed.start();
    await bed.through();
    expect(await bed.fixture.stateOf(invited[0]!.noticeId)).toMatchObject({ state: 'phone', last_result: '550' });
    expect(await bed.fixture.query(`select kind from obligation where about = $1`, [invited[0]!.invitationId])).toEqual(
      [{ kind: 'phone-task' }],
    );
  });

  it('sends the next word of a sitting as soon as the one before it is through, without an alarm', async () => {
    bed.catcher.refuse = () => ({ at: 'recipient', code: 450 });
    const { recordId, invited } = await bed.fixture.callSitting(['houkatsu']);
    const first = invited[0]!;
    await bed.start({ firstPauseMs: 600_000, longestPauseMs: 600_000 });
    await until(async () => (await bed.fixture.stateOf(first.noticeId)).attempts > 0);
    await bed.fixture.query(`update sitting set sequence = 1 where record_id = $1`, [recordId]);
    const sequence = { invitationId: first.invitationId, sequence: 1 };
    const moved = await bed.fixture.decide(recordId, {
      kind: 'invitation-moved',
      agency: 'houkatsu',
      to: 'head',
      ...sequence,
    });
    const waits = `select 1 from outbox where key = $1 and attempts = 0 and try_at > now() + interval '30 seconds'`;
    await until(async () => (await bed.fixture.query(waits, [moved])).length === 1);
    bed.catcher.refuse = () => undefined;
    // The first one comes again: it tells an older date and is overtaken. The other one does not wait for its own time.
    await bed.fixture.carry(first.noticeId, 'again');
    await bed.through();
    expect((await bed.fixture.stateOf(first.noticeId)).state).toBe('superseded');
    expect((await bed.fixture.stateOf(moved)).state).toBe('sent');
    expect(JSON.stringify(bed.told)).not.toContain(moved);
  });
});
