import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { msOfDate } from '#libs/calendar';
import { workflowIdOf, type RecordRef } from '#libs/contracts';
import { inMunicipality } from '../connection/transaction.ts';
import { board, boardCounts } from '../reads/board.ts';
import { listCases, listSittings, myWork } from '../reads/lists.ts';
import { noticesOf } from '../reads/record-reads.ts';
import {
  acceptedHousehold,
  openDesk,
  openHousehold,
  openSitting,
  sentHandoff,
  withdrawnHousehold,
  type Desk,
  type Household,
} from '../testing/index.ts';

// Real: PostgreSQL, executor, rules, profile. Driven: the clock. Here: what a commit leaves beside the log.
describe('what follows from a commit', () => {
  let desk: Desk;
  let household: Household;
  let superuser: pg.Client;
  beforeAll(async () => {
    desk = await openDesk();
    superuser = new pg.Client({ connectionString: desk.database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await desk.close();
  });
  beforeEach(async () => {
    desk.clock.setTo(msOfDate('2026-06-10', '10:00'));
    household = await openHousehold(desk);
  });

  const scope = (): { municipality: string } => ({ municipality: desk.municipality });
  const waiting = async (topic: string): Promise<string[]> =>
    (await superuser.query<{ key: string }>('select key from outbox where topic = $1 order by 1', [topic])).rows.map(
      ({ key }) => key,
    );
  const clearOutbox = async (): Promise<void> => {
    await superuser.query('delete from outbox');
  };
  const nudged = async (ref: RecordRef): Promise<boolean> => (await waiting('nudge')).includes(workflowIdOf(ref));

  it('nudges the workflow of a record that began, and of one whose milestone moved', async () => {
    expect(await nudged(household.ref)).toBe(true);
    await clearOutbox();
    const reason = desk.text('つなぐ。');
    await desk.done(
      household.ref,
      household.worker,
      { type: 'screen-case', judgement: 'handOver', reasonText: reason.id },
      { texts: [reason] },
    );
    expect(await nudged(household.ref)).toBe(true);
  });

  it('does not nudge for what moves no milestone and no date', async () => {
    await clearOutbox();
    const colleague = await desk.person('houkatsu');
    const command = { type: 'set-person-in-charge', membershipId: colleague.membershipId } as const;
    await desk.done(household.ref, household.worker, command);
    expect(await waiting('nudge')).toEqual([]);
  });

  it('nudges the other record that a sitting touched, also when the sitting is the target', async () => {
    const accepted = await acceptedHousehold(desk);
    await clearOutbox();
    const sitting = await openSitting(desk, accepted);
    expect(await nudged(sitting.ref)).toBe(true);
    const placed = await superuser.query<{ n: number }>(
      'select count(*)::int as n from event where record_id = $1 and type = $2',
      [accepted.ref.id, 'placed-on-sitting'],
    );
    expect(placed.rows).toEqual([{ n: 1 }]);
  });

  it("[R7] freezes a person's item on its sitting in the commit of the withdrawal", async () => {
    const told = await withdrawnHousehold(desk);
    const [sitting] = told.sittings;
    const { rows } = await superuser.query<{ frozen: boolean }>('select frozen from agenda_item where record_id = $1', [
      sitting!.id,
    ]);
    expect(rows).toEqual([{ frozen: true }]);
    const { rows: commits } = await superuser.query<{ n: number }>(
      `select count(distinct command_id)::int as n from event where type in ('consent-withdrawn', 'item-frozen') and record_id in ($1, $2)`,
      [told.household.ref.id, sitting!.id],
    );
    expect(commits).toEqual([{ n: 1 }]);
  });

  it('[R62] puts the notice of a つなぎ and its delivery into the same commit, without anything about the case', async () => {
    await clearOutbox();
    await sentHandoff(desk, household);
    const notices = await inMunicipality(desk.app, scope(), async (tx) => noticesOf(tx, household.ref.id));
    expect(notices.items.map(({ kind, state, recipientAgency }) => ({ kind, state, recipientAgency }))).toContainEqual({
      kind: 'handoff-sent',
      state: 'queued',
      recipientAgency: 'hokenfukushi',
    });
    expect(await waiting('notice')).toEqual(notices.items.map(({ id }) => id).toSorted());
  });

  it('takes the ladder step that is due, once, and leaves no trace when nothing is', async () => {
    await sentHandoff(desk, household);
    const clock = { kind: 'clock' } as const;
    const before = await desk.done(household.ref, clock, { type: 'enforce' });
    const commands = async (): Promise<number> =>
      (await superuser.query<{ n: number }>('select count(*)::int as n from command_log')).rows[0]!.n;
    const logged = await commands();
    expect((await desk.done(household.ref, clock, { type: 'enforce' })).seq).toBe(before.seq);
    expect(await commands()).toBe(logged);

    await clearOutbox();
    desk.clock.setTo(before.standing.nextDueAtMs!);
    const after = await desk.done(household.ref, clock, { type: 'enforce' });
    expect(after.seq).toBeGreaterThan(before.seq);
    expect(after.standing.nextDueAtMs === null || after.standing.nextDueAtMs > before.standing.nextDueAtMs!).toBe(true);
    expect((await desk.done(household.ref, clock, { type: 'enforce' })).seq).toBe(after.seq);
    // Its own clock did it: the workflow has the standing already, the asked-again agency gets its word.
    expect(await waiting('nudge')).toEqual([]);
    expect(await waiting('notice')).toHaveLength(1);
  });

  it('shows each open obligation to whoever owes it, and to nobody else', async () => {
    await sentHandoff(desk, household);
    const nowMs = msOfDate('2026-06-10', '12:00');
    const workOf = async (agency: string, posts: readonly string[]): Promise<string[]> => {
      const page = await inMunicipality(desk.app, scope(), async (tx) =>
        myWork(tx, { membershipId: household.worker.membershipId, agency, posts, nowMs, limit: 200 }),
      );
      return page.items
        .filter(({ recordId }) => recordId === household.ref.id)
        .map(({ obligationKind }) => obligationKind);
    };
    expect(await workOf('hokenfukushi', ['staff', 'coordinator', 'head', 'manager'])).toContain('handoff-answer');
    expect(await workOf('kodomo', ['staff', 'coordinator', 'head', 'manager'])).toEqual([]);
  });

  it('says on the board since when a case does not move, why, and who can move it', async () => {
    await sentHandoff(desk, household);
    const line = async (nowMs: number): Promise<unknown> =>
      inMunicipality(desk.app, scope(), async (tx) =>
        (await board(tx, { nowMs, limit: 200 })).items.find(({ recordId }) => recordId === household.ref.id),
      );
    expect(await line(msOfDate('2026-06-10', '12:00'))).toMatchObject({ stalled: false });
    expect(await line(msOfDate('2026-09-01', '12:00'))).toMatchObject({
      stalled: true,
      cause: 'handoffUnanswered',
      since: '2026-06-10',
      holderAgency: 'hokenfukushi',
      obligationKind: 'handoff-answer',
    });
    await desk.done(household.ref, household.worker, { type: 'mark-urgent', urgent: true });
    const page = await inMunicipality(desk.app, scope(), async (tx) =>
      board(tx, { nowMs: msOfDate('2026-09-01', '12:00'), limit: 1 }),
    );
    expect(page.items[0]).toMatchObject({ urgent: true });
    const counts = await inMunicipality(desk.app, scope(), async (tx) =>
      boardCounts(tx, { nowMs: msOfDate('2026-09-01', '12:00') }),
    );
    expect(counts.open).toBeGreaterThanOrEqual(counts.stalled);
    expect(counts.urgent).toBeGreaterThanOrEqual(1);
  });

  it('pages through lists without leaving a row out or showing one twice', async () => {
    await openSitting(desk, await acceptedHousehold(desk));
    const nowMs = msOfDate('2026-09-01', '12:00');
    const { membershipId } = household.worker;
    const work = { membershipId, agency: 'houkatsu', posts: ['staff', 'head'], nowMs };
    type Request = { readonly after: string | undefined; readonly limit: number };
    const lists = {
      cases: async (page: Request) => inMunicipality(desk.app, scope(), async (tx) => listCases(tx, page)),
      sittings: async (page: Request) =>
        inMunicipality(desk.app, scope(), async (tx) => listSittings(tx, { ...page, today: '2026-09-01' })),
      board: async (page: Request) => inMunicipality(desk.app, scope(), async (tx) => board(tx, { nowMs, ...page })),
      work: async (page: Request) => inMunicipality(desk.app, scope(), async (tx) => myWork(tx, { ...work, ...page })),
    };
    for (const list of Object.values(lists)) {
      const whole = (await list({ after: undefined, limit: 200 })).items.map((row) => JSON.stringify(row));
      const pieces: string[] = [];
      for (let after: string | undefined, more = true; more;) {
        const page = await list({ after, limit: 2 });
        pieces.push(...page.items.map((row) => JSON.stringify(row)));
        more = page.next !== null;
        after = page.next ?? undefined;
      }
      expect(whole.length).toBeGreaterThan(0);
      expect(pieces).toEqual(whole);
    }
  });

  it('refuses a cursor that is none of ours', async () => {
    await expect(inMunicipality(desk.app, scope(), async (tx) => listCases(tx, { after: 'x' }))).rejects.toThrow(
      'not a cursor',
    );
  });
});
