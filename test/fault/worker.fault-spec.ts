// Real: PostgreSQL with executor, rules and profile of 東吾妻町, a Temporal development server of its own, the worker with its relay.
// The clock of what people did is driven (weeks back), that of the worker is the database's: what fell due meanwhile is due now.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { dateOfMs } from '#libs/calendar';
import { workflowIdOf, type CaseStanding, type RecordRef } from '#libs/contracts';
import { healthFacts, historyOf, inMunicipality, nudgeRecords, openRecords, standingForNudge } from '#libs/persistence';
import { restartAllFromLog, TemporalClient } from '#libs/temporal';
import { startWorker } from '../../apps/worker/src/start-worker.ts';
import {
  openDesk,
  openHousehold,
  sentHandoff,
  testRolePasswords,
  type Desk,
} from '../../libs/persistence/src/testing/index.ts';
import { writeWorkflowBundle } from '../../libs/temporal/src/testing/bundle.ts';
import { eventually, silent, TemporalServer } from './worker-temporal-server.ts';

jest.setTimeout(180_000);

const dayMs = 24 * 60 * 60_000;

let home: string;
let workflowBundlePath: string;
let temporal: TemporalServer;
let desk: Desk;
let worker: { close(): Promise<void> } | undefined;
let alarms: unknown[] = [];

const keepAlarm = (fields: { readonly alarm?: unknown }): void => {
  if (fields.alarm !== undefined) alarms.push(fields);
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tsunagi-worker-'));
  workflowBundlePath = join(home, 'workflow-bundle.js');
  await writeWorkflowBundle(workflowBundlePath);
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});
beforeEach(async () => {
  temporal = await TemporalServer.prepare();
  desk = await openDesk({ startMs: Date.now() - 40 * dayMs });
  worker = undefined;
  alarms = [];
});
afterEach(async () => {
  await worker?.close();
  await temporal.close();
  await desk.close();
});

const work = async (build?: { deploymentName: string; buildId: string }): Promise<{ close(): Promise<void> }> =>
  startWorker(
    {
      databaseUrl: desk.database.ownerUrl,
      rolePasswords: testRolePasswords,
      masterKey: Buffer.alloc(32, 7).toString('base64'),
      temporalAddress: temporal.address,
      temporalNamespace: 'default',
      demo: true,
      ...(build === undefined ? {} : { build }),
    },
    {
      log: { ...silent, error: keepAlarm },
      workflowBundlePath,
      pulseEveryMs: 200,
      countEveryMs: 200,
      firstPauseMs: 200,
      longestPauseMs: 500,
    },
  );

/** A case whose つなぎ nobody answers: sent 40 days back, so that its whole ladder has run out by now. */
async function unansweredCase(): Promise<RecordRef> {
  const household = await openHousehold(desk, dateOfMs(desk.clock.nowMs(0)));
  await sentHandoff(desk, household);
  return household.ref;
}

const eventsOf = async (ref: RecordRef) =>
  inMunicipality(desk.app, { municipality: ref.municipality }, async (tx) => historyOf(tx, ref.id));
const isLookedAfter = async (ref: RecordRef): Promise<boolean> => {
  const standing = (await standingForNudge(desk.clockRole, ref)) as CaseStanding | undefined;
  return (
    standing !== undefined &&
    (standing.nextDueAtMs ?? Number.POSITIVE_INFINITY) > Date.now() &&
    standing.proposedForSupportMeeting
  );
};
const allLookedAfter = async (refs: readonly RecordRef[]): Promise<boolean> =>
  (await Promise.all(refs.map(isLookedAfter))).every(Boolean);

/** Steps of ladders that were taken, as `key/index`, and what the workflow proposed: each must be there once. */
async function deedsOf(ref: RecordRef): Promise<readonly string[]> {
  const events = await eventsOf(ref);
  return events.flatMap(({ type, payload }) => {
    const { key, index } = payload as { key?: string; index?: number };
    if (type === 'obligation-step-taken') return [`${key ?? ''}/${index ?? ''}`];
    return type === 'candidate-raised' ? [type] : [];
  });
}

async function expectEachOnce(refs: readonly RecordRef[]): Promise<void> {
  for (const ref of refs) {
    const deeds = await deedsOf(ref);
    expect(deeds.filter((deed) => deed.includes('/')).length).toBeGreaterThan(1);
    expect(deeds.filter((deed) => deed === 'candidate-raised')).toHaveLength(1);
    expect(new Set(deeds).size).toBe(deeds.length);
  }
  expect(alarms).toEqual([]);
}

it('catches up with what people did while Temporal was away, and says then that it is at work', async () => {
  worker = await work();
  const refs = [await unansweredCase(), await unansweredCase()];
  expect(await allLookedAfter(refs)).toBe(false);
  await temporal.start();
  await eventually('every date is taken', async () => allLookedAfter(refs), 90_000);
  await eventually('the pulse', async () =>
    (await healthFacts(desk.clockRole)).processes.some(({ name }) => name === 'worker'),
  );
  await eventually('no nudge waits', noNudgeWaits);
  await expectEachOnce(refs);
});

it('loses and doubles no deadline when the whole Temporal store is dropped in mid-run and cases go on meanwhile', async () => {
  await temporal.start();
  worker = await work();
  const before = [await unansweredCase(), await unansweredCase()];
  await eventually('the first cases are looked after', async () => allLookedAfter(before), 90_000);
  const underway = [await unansweredCase(), await unansweredCase(), await unansweredCase()];
  await temporal.loseStore();
  const meanwhile = [await unansweredCase()];
  await temporal.start();
  const client = new TemporalClient({ address: temporal.address, namespace: 'default' }, silent);
  try {
    // the answer to a lost store: every open record starts again from the log, twice if somebody is in doubt
    await restartAllFromLog({ clock: desk.clockRole, temporal: client, perSecond: 50 });
    await eventually(
      'all are looked after',
      async () => allLookedAfter([...before, ...underway, ...meanwhile]),
      90_000,
    );
    await restartAllFromLog({ clock: desk.clockRole, temporal: client, perSecond: 50 });
    const open = await openRecords(desk.clockRole, undefined, 100);
    expect(open.length).toBeGreaterThanOrEqual(6);
    for (const ref of open) {
      const { status } = await client.calling(async ({ workflow }) => workflow.getHandle(workflowIdOf(ref)).describe());
      expect(status.name).toBe('RUNNING');
    }
  } finally {
    await client.close();
  }
  await expectEachOnce([...before, ...underway, ...meanwhile]);
});

it('goes on in another worker when one is closed with its hands full', async () => {
  await temporal.start();
  const first = await work();
  const refs = [await unansweredCase(), await unansweredCase(), await unansweredCase()];
  await first.close();
  worker = await work();
  await eventually('all are looked after', async () => allLookedAfter(refs), 90_000);
  await expectEachOnce(refs);
});

it('starts cases on a cluster that knows no search attributes, says so as long, and makes them findable once it does', async () => {
  await temporal.start();
  worker = await work();
  const refs = [await unansweredCase(), await unansweredCase()];
  await eventually('all are looked after', async () => allLookedAfter(refs), 90_000);
  const client = new TemporalClient({ address: temporal.address, namespace: 'default' }, silent);
  const found = async (query: string): Promise<readonly string[]> =>
    client.calling(async ({ workflow }) => {
      const ids: string[] = [];
      for await (const { workflowId } of workflow.list({ query })) ids.push(workflowId);
      return ids.toSorted();
    });
  try {
    await expect(found("TsunagiKind = 'support-case'")).rejects.toThrow();
    await eventually('health says it', async () => (await healthFacts(desk.clockRole)).unsearchableSeconds !== null);
    await client.registerSearchAttributes();
    await client.registerSearchAttributes();
    await eventually('it is settled', async () => (await healthFacts(desk.clockRole)).unsearchableSeconds === null);
    await restartAllFromLog({ clock: desk.clockRole, temporal: client, perSecond: 50 });
    const stage =
      "TsunagiMunicipality = 'higashiagatsuma' and TsunagiKind = 'support-case' and TsunagiStage = 'handoff'";
    const ids = refs.map(workflowIdOf).toSorted();
    await eventually('they are found by their stage', async () => {
      const now = await found(stage);
      return ids.every((id) => now.includes(id));
    });
  } finally {
    await client.close();
  }
  await expectEachOnce(refs);
});

it('hands running cases over to a newer build once that is made current', async () => {
  await temporal.start();
  const client = new TemporalClient({ address: temporal.address, namespace: 'default' }, silent);
  const makeCurrent = async (buildId: string): Promise<boolean> => {
    try {
      await client.calling(async ({ workflowService }) =>
        workflowService.setWorkerDeploymentCurrentVersion({
          namespace: 'default',
          deploymentName: 'tsunagi',
          buildId,
          ignoreMissingTaskQueues: true,
        }),
      );
      return true;
    } catch {
      return false; // the server has not heard of that build yet
    }
  };
  const troubles = async (): Promise<readonly string[]> =>
    (await healthFacts(desk.clockRole)).processes
      .filter(({ silentSeconds }) => silentSeconds < 5)
      .map(({ trouble }) => trouble ?? 'none');
  const old = await work({ deploymentName: 'tsunagi', buildId: 'one' });
  try {
    await eventually('the first build is current', async () => makeCurrent('one'));
    const ref = await unansweredCase();
    await eventually('the case is looked after', async () => allLookedAfter([ref]), 90_000);
    const lastTask = async (): Promise<string> => {
      const { events } = await client.calling(async ({ workflow }) =>
        workflow.getHandle(workflowIdOf(ref)).fetchHistory(),
      );
      const done = events?.findLast((event) => event.workflowTaskCompletedEventAttributes);
      return JSON.stringify(done?.workflowTaskCompletedEventAttributes ?? null);
    };
    await eventually('the first build has it', async () => (await lastTask()).includes('"buildId":"one"'), 60_000);
    worker = await work({ deploymentName: 'tsunagi', buildId: 'two' });
    await eventually('the second build says that it gets no work', async () =>
      (await troubles()).includes('build-not-current'),
    );
    await eventually('the second build is current', async () => makeCurrent('two'));
    await nudgeRecords(desk.clockRole, [ref]);
    await eventually('the second build has it', async () => (await lastTask()).includes('"buildId":"two"'), 60_000);
    await expectEachOnce([ref]);
    await eventually(
      'the first build says so now',
      async () => (await troubles()).toSorted().join() === 'build-not-current,none',
      60_000,
    );
  } finally {
    await old.close();
    await client.close();
  }
});

/** Rows of other topics wait for a mailer. */
async function noNudgeWaits(): Promise<boolean> {
  const rows = await desk.clockRole.query<{ topic: string }[]>('select topic from outbox');
  return rows.every(({ topic }) => topic !== 'nudge');
}
