import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { CaseState } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import { caseOf } from '../reads/record-reads.ts';
import { countersOf } from '../testing/counters.ts';
import {
  acceptedHousehold,
  itemFor,
  openDesk,
  openHousehold,
  rowCounts,
  type Desk,
  type Household,
} from '../testing/index.ts';

// Real: PostgreSQL with row-level security as the app role, migrations, the rules, the profile and the access table. Driven: the clock.
describe('a command that is one transaction', () => {
  let desk: Desk;
  let household: Household;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
  });
  beforeEach(async () => {
    household = await openHousehold(desk);
  });

  const stateOf = async ({ ref }: Household): Promise<CaseState> => {
    const record = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      caseOf(tx, ref.id),
    );
    return record!.state;
  };

  it('leaves nothing behind when a linked command is refused', async () => {
    const accepted = await acceptedHousehold(desk);
    const before = await rowCounts(desk);
    const place = desk.text('役場', 'place');
    // Nobody has consented: the 重層的支援会議 may not look at them (R3), so the sitting is not opened either.
    const answer = await desk.give(
      desk.newRef('sitting'),
      accepted.coordinator,
      {
        type: 'open-sitting',
        body: 'planMeeting',
        heldOn: '2026-07-15',
        startsAt: '13:30',
        endsAt: '15:00',
        placeText: place.id,
        item: itemFor(accepted, [accepted.motherId], 'adequacyReview'),
      },
      { texts: [place] },
    );
    expect(answer.kind).toBe('refused');
    expect(await rowCounts(desk)).toEqual(before);
  });

  it('throws when a command names a text that was not given, and writes nothing', async () => {
    const before = await rowCounts(desk);
    await expect(
      desk.give(household.ref, household.worker, { type: 'screen-case', judgement: 'keep', reasonText: uuidv7() }),
    ).rejects.toThrow(/not given/u);
    expect(await rowCounts(desk)).toEqual(before);
  });

  it('writes nothing when PostgreSQL refuses one of the rows', async () => {
    const reason = desk.text('自機関で続ける。');
    const command = { type: 'screen-case', judgement: 'keep', reasonText: reason.id } as const;
    await desk.done(household.ref, household.worker, command, { texts: [reason] });
    const other = await openHousehold(desk);
    const before = await rowCounts(desk);
    await expect(desk.give(other.ref, other.worker, command, { texts: [reason] })).rejects.toMatchObject({
      code: '23505',
    });
    expect(await rowCounts(desk)).toEqual(before);
    expect((await stateOf(other)).stage).toBe('intake');
  });

  it('records 助言・後方支援 as a case that is done, counted, with a number', async () => {
    const advice = desk.text('介護保険の申請を勧めた。');
    const ref = desk.newRef('support-case');
    const before = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      countersOf(tx, 2026),
    );
    const answer = await desk.done(
      ref,
      household.coordinator,
      {
        type: 'record-advice-only',
        caseNumber: '',
        receivedOn: '2026-06-10',
        point: 'hokenfukushi',
        askedBy: 'houkatsu',
        concern: 'care',
        adviceText: advice.id,
      },
      { texts: [advice] },
    );
    expect(answer.standing).toMatchObject({ closed: true, nextDueAtMs: null });
    expect((await stateOf({ ...household, ref })).caseNumber).toMatch(/^R8-\d{3}$/u);
    const after = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      countersOf(tx, 2026),
    );
    expect(after.get('advice')).toBe((before.get('advice') ?? 0) + 1);
    expect(after.get('intake')).toBe(before.get('intake'));
  });

  it('counts what is counted, in the 年度 of the day', async () => {
    const before = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      countersOf(tx, 2026),
    );
    await openHousehold(desk);
    const after = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      countersOf(tx, 2026),
    );
    expect(after.get('intake')).toBe((before.get('intake') ?? 0) + 1);
    expect(after.get('intake.withoutConsent')).toBe((before.get('intake.withoutConsent') ?? 0) + 1);
  });
});
