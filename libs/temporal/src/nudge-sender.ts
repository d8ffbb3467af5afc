import type { WorkflowStartOptions } from '@temporalio/client';
import {
  nudgeSignalName,
  recordTaskQueue,
  workflowIdOf,
  workflowTypes,
  type RecordLink,
  type RecordRef,
  type Standing,
} from '#libs/contracts';
import { searchedBy } from './search-attributes.ts';
import type { TemporalClient } from './temporal-client.ts';

/** What it takes to start a workflow. */
type Starter = Pick<TemporalClient, 'starting'>;

/**
 * Tells the workflow of a record to look again, and starts it when none runs: after the store was lost as well, and after the
 * record closed, which is a short run. May be sent twice, late or in any order. @throws when Temporal does not take it
 */
export async function sendNudge(temporal: Starter, ref: RecordRef, standing: Standing): Promise<void> {
  await temporal.starting(searchedBy(ref, standing), async ({ workflow }, searched) =>
    workflow.signalWithStart(workflowTypes[ref.kind], {
      ...startOptions(ref, standing),
      ...searched,
      signal: nudgeSignalName,
      signalArgs: [standing],
    }),
  );
}

/**
 * Starts the workflow of a record again from the log, ending the one that runs: the answer to a change that recorded histories
 * cannot replay. What is done is not done twice. @throws when Temporal does not take it
 */
export async function restartFromLog(temporal: Starter, ref: RecordRef, standing: Standing): Promise<void> {
  await temporal.starting(searchedBy(ref, standing), async ({ workflow }, searched) =>
    workflow.start(workflowTypes[ref.kind], {
      ...startOptions(ref, standing),
      ...searched,
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    }),
  );
}

function startOptions(ref: RecordRef, standing: Standing): WorkflowStartOptions & { args: [RecordLink<Standing>] } {
  return {
    workflowId: workflowIdOf(ref),
    taskQueue: recordTaskQueue,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    args: [{ ref, standing }],
  };
}
