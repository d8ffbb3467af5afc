import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definitionOf } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import { caseOf, sittingOf } from '../reads/record-reads.ts';
import {
  acceptedHousehold,
  openDesk,
  openSitting,
  storyOfHousehold,
  type Desk,
  type Household,
} from '../testing/index.ts';
import { exportLog } from '../testing/exported-log.ts';
import { folded, refold } from './refold.ts';

// Real: PostgreSQL, executor, rules.
describe('the log of a record', () => {
  let desk: Desk;
  let household: Household;
  let sittingId: string;
  beforeAll(async () => {
    desk = await openDesk();
    household = await acceptedHousehold(desk);
    const sitting = await openSitting(desk, household);
    sittingId = sitting.ref.id;
    await desk.done(household.ref, household.worker, { type: 'mark-urgent', urgent: true });
  });
  afterAll(async () => {
    await desk.close();
  });

  it('makes the stored state when it is folded again', async () => {
    await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) => {
      const kase = await caseOf(tx, household.ref.id);
      expect(await refold(tx, household.ref.id, definitionOf('support-case'))).toMatchObject({ state: kase!.state });
      expect(kase!.seq).toBe(kase!.state.seq);
      const sitting = await sittingOf(tx, sittingId);
      expect(await refold(tx, sittingId, definitionOf('sitting'))).toMatchObject({ state: sitting!.state });
    });
  });

  it('is taken out with facts and state, without texts and names', async () => {
    const log = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      exportLog(tx, household.ref.id),
    );
    expect(folded(log.events, definitionOf(log.kind)).state).toEqual(log.state);
    const text = JSON.stringify(log);
    expect(text).not.toContain(storyOfHousehold);
    expect(text).not.toContain('架空');
  });

  it('brings old events up to date before it folds them', async () => {
    const log = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      exportLog(tx, household.ref.id),
    );
    const old = log.events.map((event) => (event.type === 'case-opened' ? { ...event, v: 0 } : event));
    const seen: number[] = [];
    const { state } = folded(old, definitionOf(log.kind), (event) => {
      seen.push(event.v);
      return event.v === 0 ? { ...event, v: 1 } : event;
    });
    expect(seen[0]).toBe(0);
    expect(state).toEqual(log.state);
  });
});
