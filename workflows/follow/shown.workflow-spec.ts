import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { workflowIdOf, type CaseStanding } from '#libs/contracts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';
import { caseEffects, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import { historyOf } from '../../libs/temporal/src/testing/history.ts';
import { LiveRecord } from '../../libs/temporal/src/testing/live-record.ts';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';

// What operators see on Temporal's own page. Where a cluster knows no search attributes: test/fault/worker.fault-spec.ts.

jest.setTimeout(20_000);

const dayMs = 24 * 60 * 60_000;
const accepted = { screened: true, handoff: { state: 'accepted', answers: 1 } } as const;

let server: TimeSkipping;
let made = 0;

beforeAll(async () => {
  server = await TimeSkipping.start(await bundleRecordWorkflows());
});
afterAll(async () => {
  await server.close();
});

type Live = LiveRecord<CaseStanding>;

const aCase = (): Live =>
  new LiveRecord(
    server,
    { kind: 'support-case', municipality: 'demo', id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}` },
    newCase,
    caseEffects,
  );
const handleOf = ({ ref }: Live) => server.environment.client.workflow.getHandle(workflowIdOf(ref));
const eventsOf = async (kase: Live) => (await handleOf(kase).fetchHistory()).events ?? [];
const foundBy = async (kase: Live): Promise<unknown> =>
  Object.fromEntries(
    (await handleOf(kase).describe()).typedSearchAttributes
      .getAll()
      .filter(({ key }) => key.name.startsWith('Tsunagi'))
      .map(({ key, value }) => [key.name, value]),
  );

it('a workflow is found by municipality, kind and the stage it last saw, at an event a stage', async () => {
  const kase = aCase();
  await kase.run(async () => {
    await kase.nudge();
    expect(await foundBy(kase)).toEqual({
      TsunagiMunicipality: 'demo',
      TsunagiKind: 'support-case',
      TsunagiStage: 'intake',
    });
    await kase.move({ ...accepted, stage: 'accepted' });
    await kase.move({ consented: true, stage: 'assessment' });
    expect(await foundBy(kase)).toMatchObject({ TsunagiStage: 'assessment' });
    const upserted = (await eventsOf(kase)).filter((event) => event.upsertWorkflowSearchAttributesEventAttributes);
    expect(upserted).toHaveLength(2);
  });
});

it('a workflow is still found after it began a new run', async () => {
  const kase = aCase();
  await kase.run(async () => {
    await kase.nudge();
    const { runId } = await historyOf(kase);
    await kase.move({ screened: true, stage: 'handoff' });
    for (let answers = 1; answers <= 70; answers += 1) await kase.move({ handoff: { state: 'awaiting', answers } });
    expect((await historyOf(kase)).runId).not.toBe(runId);
    expect(await foundBy(kase)).toMatchObject({ TsunagiKind: 'support-case', TsunagiStage: 'handoff' });
    await kase.move({ stage: 'accepted' });
    expect(await foundBy(kase)).toMatchObject({ TsunagiStage: 'accepted' });
  });
});

it('a history says which command was given and which date is waited for', async () => {
  const kase = aCase();
  await kase.run(async () => {
    const dueAtMs = (await server.nowMs()) + 3 * dayMs;
    kase.record.schedule([dueAtMs]);
    await kase.move({ ...accepted, consented: true, stage: 'assessment' });
    const summaries = (await eventsOf(kase)).flatMap(({ userMetadata }) =>
      userMetadata?.summary ? [defaultPayloadConverter.fromPayload<string>(userMetadata.summary)] : [],
    );
    expect(summaries.toSorted()).toEqual([
      'ask-for-sheets',
      `assessment: next date ${new Date(dueAtMs).toISOString()}`,
    ]);
  });
});

it('the details of a workflow say what its record waits for now', async () => {
  const kase = aCase();
  await kase.run(async () => {
    await kase.move({ screened: true, stage: 'handoff', handoff: { state: 'awaiting' } });
    const told = await handleOf(kase).query<{ readonly currentDetails?: string }>('__temporal_workflow_metadata');
    expect(told.currentDetails).toBe('handoff · open, screened, unanswered, unassessed · no date');
  });
});
