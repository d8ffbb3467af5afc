import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { CaseState, SittingState } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import { historyOf } from '../reads/history.ts';
import { caseOf, sittingOf } from '../reads/record-reads.ts';
import {
  acceptedHousehold,
  itemFor,
  openAgain,
  openDesk,
  openHousehold,
  openSitting,
  type Desk,
  type Household,
} from '../testing/index.ts';

// Real: PostgreSQL with row-level security as the app role, migrations, the rules, the profile and the access table. Driven: the clock.
describe('RecordExecutor', () => {
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
  const eventsOf = async (id: string): Promise<string[]> =>
    inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      (await historyOf(tx, id)).map(({ type }) => type),
    );

  it('gives each case of a 年度 the next number, and one number for 100 identical commands at once', async () => {
    const before = (await stateOf(household)).caseNumber;
    const again = { ...household, ref: desk.newRef('support-case') };
    const commandId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => openAgain(desk, again, undefined, commandId)),
    );
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(sorted({ ...answer, repeated: true })))).size).toBe(1);
    expect((await stateOf(again)).caseNumber).toBe(numberAfter(before));
    expect(await eventsOf(again.ref.id)).toEqual(['case-opened', 'obligation-opened']);
  });

  it('carries out 100 identical commands once, and answers all of them the same', async () => {
    const commandId = randomUUID();
    const seq = (await stateOf(household)).seq;
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () =>
        desk.done(household.ref, household.worker, { type: 'mark-urgent', urgent: true }, { commandId, expects: 0 }),
      ),
    );
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(sorted({ ...answer, repeated: true })))).size).toBe(1);
    expect((await eventsOf(household.ref.id)).filter((type) => type === 'urgency-marked')).toHaveLength(1);
    expect((await stateOf(household)).seq).toBe(answers[0]!.seq);
    expect(answers[0]!.seq).toBeGreaterThan(seq);
  });

  it('lets exactly one of 100 conflicting commands through and tells the others that their view is stale', async () => {
    const colleague = await desk.person('houkatsu');
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, n) =>
        desk.give(
          household.ref,
          household.worker,
          {
            type: 'set-person-in-charge',
            membershipId: n % 2 ? household.worker.membershipId : colleague.membershipId,
          },
          { expects: 0 },
        ),
      ),
    );
    const done = answers.filter(({ kind }) => kind === 'done');
    // 担当者 is the worker already: that half may be refused before the first, and is stale after it.
    expect(done).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'stale').length).toBeGreaterThanOrEqual(50);
    expect(answers.every(({ kind }) => kind === 'done' || kind === 'stale' || kind === 'refused')).toBe(true);
    expect((await eventsOf(household.ref.id)).filter((type) => type === 'person-in-charge-set')).toHaveLength(1);
    expect(answers.find(({ kind }) => kind === 'stale')).toMatchObject({
      part: 'person-in-charge',
      version: 1,
      yours: 0,
    });
  });

  it('answers a repeat although the server made other ids for it, and begins no second case', async () => {
    const commandId = randomUUID();
    const first = await openAgain(desk, { ...household, ref: desk.newRef('support-case') }, undefined, commandId);
    const second = await openAgain(
      desk,
      { ...household, ref: desk.newRef('support-case'), motherId: uuidv7(), sonId: uuidv7() },
      undefined,
      commandId,
    );
    expect(second).toEqual({ ...first, repeated: true });
  });

  it('refuses a command id that was used for another command, by another person, or with another content', async () => {
    const commandId = randomUUID();
    await desk.done(household.ref, household.worker, { type: 'mark-urgent', urgent: true }, { commandId });
    const other = await desk.person('houkatsu', 'head');
    for (const answer of [
      await desk.give(household.ref, household.worker, { type: 'mark-urgent', urgent: false }, { commandId }),
      await desk.give(household.ref, other, { type: 'mark-urgent', urgent: true }, { commandId }),
      await desk.give(
        household.ref,
        household.worker,
        { type: 'set-person-in-charge', membershipId: null },
        { commandId },
      ),
    ]) {
      expect(answer).toEqual({ kind: 'refused', refusal: { code: 'command.id-reused' } });
    }
    const texted = randomUUID();
    const [one, two] = [desk.text('ひとつ'), desk.text('ふたつ')];
    await desk.done(
      household.ref,
      household.worker,
      { type: 'screen-case', judgement: 'keep', reasonText: one.id },
      { commandId: texted, texts: [one] },
    );
    expect(
      await desk.give(
        household.ref,
        household.worker,
        { type: 'screen-case', judgement: 'keep', reasonText: two.id },
        { commandId: texted, texts: [two] },
      ),
    ).toMatchObject({ kind: 'refused' });
  });

  it('[R64] writes to a case what its sitting does with it, with a disclosure to each agency on the basis of the item', async () => {
    const accepted = await acceptedHousehold(desk);
    const sitting = await openSitting(desk, accepted);
    const state = await stateOf(accepted);
    expect(state.placements).toMatchObject([
      { itemId: sitting.item.itemId, sittingId: sitting.ref.id, legalBasis: 'socialWelfareAct106-6' },
    ]);
    const sharedNow = async (): Promise<readonly { basis: string; to_agency: string }[]> =>
      inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
        tx.rows(
          {
            name: 't-shared',
            text: `select basis, to_agency from disclosure where record_id = $1 and what = 'agenda-item'`,
          },
          [accepted.ref.id],
        ),
      );
    // Being on the agenda tells nobody anything.
    expect(await sharedNow()).toEqual([]);
    const { agencies } = sitting.item;
    const invitees = agencies.map((agency) => ({ invitationId: randomUUID(), agency }));
    await desk.done(sitting.ref, accepted.coordinator, { type: 'call-sitting', invitees, urgentReasonText: null });
    await desk.done(sitting.ref, { kind: 'workflow' }, { type: 'send-invitations' });
    for (const agency of agencies)
      await desk.done(sitting.ref, accepted.coordinator, { type: 'acknowledge-secrecy', agency, heard: 'phone' });
    const shared = await sharedNow();
    expect(shared).toHaveLength(2 * agencies.length);
    expect(new Set(shared.map(({ basis }) => basis))).toEqual(new Set(['socialWelfareAct106-6']));
  });

  it('does not deadlock when cases and their sitting are changed from both sides at once', async () => {
    const [one, two] = [await acceptedHousehold(desk), await acceptedHousehold(desk)];
    const sitting = await openSitting(desk, one);
    await desk.done(sitting.ref, one.coordinator, { type: 'add-item', ...itemFor(two, [two.motherId]) });
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        if (n % 4 === 0) return desk.give(one.ref, one.worker, { type: 'mark-urgent', urgent: n % 8 === 0 });
        if (n % 4 === 1) return desk.give(two.ref, two.worker, { type: 'mark-urgent', urgent: n % 8 === 1 });
        const place = desk.text('別館', 'place');
        return desk.give(
          sitting.ref,
          one.coordinator,
          {
            type: 'move-sitting',
            heldOn: n % 4 === 2 ? '2026-07-16' : '2026-07-17',
            startsAt: '10:00',
            endsAt: '11:00',
            placeText: place.id,
          },
          { texts: [place] },
        );
      }),
    );
    expect(answers.filter(({ kind }, n) => n % 4 > 1 && kind === 'done')).toHaveLength(30);
    const moved = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      sittingOf(tx, sitting.ref.id),
    );
    const { heldOn } = moved!.state satisfies SittingState;
    for (const { ref } of [one, two])
      expect((await stateOf({ ...one, ref })).placements.map((placement) => placement.heldOn)).toEqual([heldOn]);
  });

  it('tells who may not, and does not find what is of another municipality', async () => {
    const stranger = await desk.person('kodomo');
    expect(await desk.give(household.ref, stranger, { type: 'mark-urgent', urgent: true })).toMatchObject({
      kind: 'forbidden',
    });
    const elsewhere = await openDesk({ municipality: 'b-town', beside: desk });
    const theirs = await elsewhere.person('houkatsu', 'head', 'manager', 'coordinator');
    const answer = await elsewhere.give({ ...household.ref, municipality: 'b-town' }, theirs, {
      type: 'mark-urgent',
      urgent: true,
    });
    expect(answer.kind).not.toBe('done');
    await elsewhere.close();
    expect((await stateOf(household)).urgent).toBe(false);
  });
});

const numberAfter = (number: string): string => `R8-${String(Number(number.slice(3)) + 1).padStart(3, '0')}`;

/** jsonb keeps keys in an order of its own. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, part]) => [key, sorted(part)]),
      )
    : value;
