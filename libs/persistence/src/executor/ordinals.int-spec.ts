import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { msOfDate } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import { v7 as uuidv7 } from 'uuid';
import { inMunicipality } from '../connection/transaction.ts';
import { board } from '../reads/board.ts';
import { listSittings, myWork } from '../reads/lists.ts';
import { sittingOf } from '../reads/record-reads.ts';
import { acceptedHousehold, itemFor, openDesk, type Desk, type Household } from '../testing/index.ts';

// Real: PostgreSQL with its locks, executor, rules, lists.

let desk: Desk;
let office: Household['coordinator'];
let superuser: pg.Client;
beforeAll(async () => {
  desk = await openDesk();
  superuser = new pg.Client(desk.database.superuserUrl);
  await superuser.connect();
  office = await desk.person('hokenfukushi', 'coordinator', 'manager');
});
afterAll(async () => {
  await superuser.end();
  await desk.close();
});
beforeEach(() => {
  desk.clock.setTo(msOfDate('2026-06-10', '10:00'));
});
// Whatever a test leaves is called off, so that the next one counts from the beginning.
afterEach(async () => {
  await superuser.query(`update sitting set stage = 'cancelled'`);
});

/** Called for that day, with a case of its own. */
async function called(heldOn: string, startsAt = '13:30'): Promise<RecordRef> {
  const household = await acceptedHousehold(desk);
  const ref = desk.newRef('sitting');
  const place = desk.text('役場', 'place');
  await desk.done(
    ref,
    office,
    {
      type: 'open-sitting',
      body: 'supportMeeting',
      heldOn,
      startsAt,
      endsAt: '18:00',
      placeText: place.id,
      item: itemFor(household, [household.motherId]),
    },
    { texts: [place] },
  );
  const invitees = [{ invitationId: uuidv7(), agency: 'houkatsu' }];
  await desk.done(ref, office, { type: 'call-sitting', invitees, urgentReasonText: null });
  await desk.done(ref, { kind: 'workflow' }, { type: 'send-invitations' });
  return ref;
}

const hold = async (ref: RecordRef): Promise<unknown> =>
  desk.done(ref, office, {
    type: 'hold-sitting',
    present: ['hokenfukushi', 'houkatsu'],
    acknowledgement: 'readAloud',
    chair: 'manager',
  });

const scope = {
  get municipality() {
    return desk.municipality;
  },
};
const written = async ({ id }: RecordRef): Promise<number | null | undefined> =>
  (await inMunicipality(desk.app, scope, async (tx) => sittingOf(tx, id)))?.state.ordinal;

describe('第n回 in the database', () => {
  it('shows in every list in the order of the days, begins anew on 4/1, and leaves a cancelled one out', async () => {
    const days = ['2026-07-22', '2027-04-07', '2026-07-15', '2027-03-31', '2026-07-08'];
    const refs = new Map<string, RecordRef>();
    for (const day of days) refs.set(day, await called(day));
    const reason = desk.text('都合がつかない。', 'cancellation-reason');
    const cancel = { type: 'cancel-sitting', reasonText: reason.id } as const;
    await desk.done(refs.get('2026-07-08')!, office, cancel, { texts: [reason] });
    const nowMs = msOfDate('2026-06-10', '10:00');
    const { membershipId } = office;
    const asks = { membershipId, agency: 'houkatsu', posts: ['staff', 'head'], nowMs, limit: 200 };
    const [listed, onBoard, work] = await inMunicipality(desk.app, scope, async (tx) => [
      (await listSittings(tx, { today: '2026-06-10', limit: 200 })).items,
      (await board(tx, { nowMs, limit: 200 })).items,
      (await myWork(tx, asks)).items,
    ]);
    const ofHere = ([...refs.entries()] as const).map(([day, { id }]) => {
      const numbers = [
        listed.find(({ recordId }) => recordId === id)?.ordinal,
        onBoard.find(({ recordId }) => recordId === id)?.number,
        work.find(({ recordId }) => recordId === id)?.number,
      ];
      return [day, ...numbers];
    });
    expect(ofHere).toEqual([
      ['2026-07-22', 2, '2', '2'],
      ['2027-04-07', 1, '1', '1'],
      ['2026-07-15', 1, '1', '1'],
      ['2027-03-31', 3, '3', '3'],
      ['2026-07-08', 1, undefined, undefined],
    ]);
  });

  it('is another one for each of several that are held at once', async () => {
    const refs = [await called('2026-07-15', '15:00'), await called('2026-07-15', '09:00'), await called('2026-07-14')];
    desk.clock.setTo(msOfDate('2026-07-15', '16:00'));
    await Promise.all(refs.map(hold));
    expect(await Promise.all(refs.map(written))).toEqual([3, 2, 1]);
  });

  it('waits for whoever is about to take one, and then takes the next', async () => {
    const [waits, takes] = [await called('2026-07-15', '09:00'), await called('2026-07-15', '13:30')];
    desk.clock.setTo(msOfDate('2026-07-15', '14:00'));
    await superuser.query('begin');
    await superuser.query(`select pg_advisory_xact_lock(hashtext('ordinal ' || $1), hashtext('supportMeeting'))`, [
      desk.municipality,
    ]);
    await superuser.query(`update sitting set stage = 'held', ordinal = 1 where record_id = $1`, [takes.id]);
    const holding = hold(waits);
    const first = await Promise.race([holding.then(() => 'held'), delay(300, 'waiting')]);
    await superuser.query('commit');
    await holding;
    expect([first, await written(waits)]).toEqual(['waiting', 2]);
  });
});
