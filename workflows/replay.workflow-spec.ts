import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { workflowTypes } from '#libs/contracts';
import {
  isIncompatible,
  readHistory,
  recordedKinds,
  recordedNames,
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
