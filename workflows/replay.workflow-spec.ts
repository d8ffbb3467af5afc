import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { proceduresVersion, workflowTypes } from '#libs/contracts';
import {
  isIncompatible,
  readHistory,
  recordedKinds,
  recordedNames,
  releasedHistories,
} from '../libs/temporal/src/testing/recorded-histories.ts';
import { quietRuntime } from '../libs/temporal/src/testing/time-skipping.ts';
import { bundleRecordWorkflows } from '../libs/temporal/src/testing/bundle.ts';

jest.setTimeout(30_000);

let workflowBundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  quietRuntime();
  workflowBundle = await bundleRecordWorkflows();
});

it('every workflow has a folder of recorded histories, with one at least that must fail', () => {
  const kinds = Object.keys(workflowTypes).toSorted();
  expect(recordedKinds().toSorted()).toEqual(kinds);
  for (const kind of kinds) {
    expect(recordedNames(kind).filter(isIncompatible)).not.toEqual([]);
    expect(recordedNames(kind).filter((name) => !isIncompatible(name))).not.toEqual([]);
  }
});

it('a build that cannot replay what the last release left running has a higher number of procedures, and restarts it', async () => {
  const { procedures, histories } = releasedHistories();
  expect(histories.length).toBeGreaterThan(5);
  const failed: string[] = [];
  for (const [name, history] of histories)
    await Worker.runReplayHistory({ workflowBundle }, history).catch((error: unknown) => {
      if (!(error instanceof DeterminismViolationError)) throw error;
      failed.push(name);
    });
  expect({ failed, restarts: proceduresVersion > procedures }).toEqual({ failed, restarts: failed.length > 0 });
});

describe.each(recordedKinds())('the recorded histories of %s', (kind) => {
  const names = recordedNames(kind);

  it.each(names.filter((name) => !isIncompatible(name)))(
    'replays %s: running workflows can take this build',
    async (name) => {
      await expect(Worker.runReplayHistory({ workflowBundle }, readHistory(kind, name))).resolves.toBeUndefined();
    },
  );

  it.each(names.filter(isIncompatible))(
    'does not replay %s: such a change needs a restart from the log',
    async (name) => {
      await expect(Worker.runReplayHistory({ workflowBundle }, readHistory(kind, name))).rejects.toThrow(
        DeterminismViolationError,
      );
    },
  );

  it.each(names)('%s names no machine and nobody', (name) => {
    const text = JSON.stringify(readHistory(kind, name));
    const identities = [...text.matchAll(/"identity":"([^"]*)"/g)].map(([, identity]) => identity);
    expect(new Set(identities)).toEqual(new Set(['tsunagi-test']));
  });
});
