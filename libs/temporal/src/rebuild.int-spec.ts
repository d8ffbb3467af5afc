import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { proceduresVersion } from '#libs/contracts';
import { aloneWith, proceduresAreRunning, runningProcedures } from '#libs/persistence';
import { openDesk, openHousehold, type Desk } from '../../persistence/src/testing/index.ts';
import { restartOlderProcedures, type RebuildSettings } from './rebuild.ts';

// Real: PostgreSQL, the executor that opened the records. Stands in: Temporal, which only takes starts here.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  for (let households = 0; households < 3; households += 1) await openHousehold(desk);
});
afterAll(async () => {
  await desk.close();
});

/** Takes every start, or none. */
function starts(refuses = false) {
  const taken = { count: 0 };
  const temporal: RebuildSettings['temporal'] = {
    starting: async () => {
      if (refuses) throw new Error('not there');
      taken.count += 1;
      return Promise.resolve(undefined as never);
    },
  };
  return { taken, settings: { clock: desk.clockRole, temporal, perSecond: 1_000 } };
}

it('does nothing in a new installation whose workflows run the procedures of this build', async () => {
  await proceduresAreRunning(desk.clockRole, proceduresVersion);
  const { taken, settings } = starts();
  expect(await restartOlderProcedures(settings)).toBeUndefined();
  expect(taken.count).toBe(0);
});

it('starts every open record again when the procedures are newer: once, whichever of several workers comes first', async () => {
  const { taken, settings } = starts();
  const version = proceduresVersion + 1;
  const answers = await Promise.all([1, 2, 3].map(async () => restartOlderProcedures({ ...settings, version })));
  expect(answers.filter((started) => started !== undefined)).toEqual([3]);
  expect(await restartOlderProcedures({ ...settings, version })).toBeUndefined();
  expect({ taken: taken.count, running: await runningProcedures(desk.clockRole) }).toEqual({
    taken: 3,
    running: version,
  });
});

it('begins anew when it was cut off, and lets the next worker do it', async () => {
  const version = proceduresVersion + 2;
  await expect(restartOlderProcedures({ ...starts(true).settings, version })).rejects.toThrow('not there');
  expect(await runningProcedures(desk.clockRole)).toBe(version - 1);
  expect(await restartOlderProcedures({ ...starts().settings, version })).toBe(3);
});

it('never goes back to a lower number: an older worker beside a newer one restarts nothing', async () => {
  const { taken, settings } = starts();
  expect(await restartOlderProcedures(settings)).toBeUndefined();
  await proceduresAreRunning(desk.clockRole, 1);
  expect(await runningProcedures(desk.clockRole)).toBe(proceduresVersion + 2);
  expect(taken.count).toBe(0);
});

it('works alone under a key, and whoever comes meanwhile goes on without', async () => {
  const inside = await aloneWith(desk.clockRole, 4_711, async () => {
    expect(await aloneWith(desk.clockRole, 4_711, async () => Promise.reject(new Error('never')))).toBe(false);
  });
  expect(inside).toBe(true);
});
