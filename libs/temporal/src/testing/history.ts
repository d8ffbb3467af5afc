import { workflowIdOf, type RecordRef } from '#libs/contracts';
import type { TimeSkipping } from './time-skipping.ts';

/** The newest run of a record's workflow. */
export async function historyOf({
  server,
  ref,
}: {
  readonly server: TimeSkipping;
  readonly ref: RecordRef;
}): Promise<{ readonly runId: string; readonly length: number; readonly isOver: boolean }> {
  const { runId, historyLength, status } = await server.environment.client.workflow
    .getHandle(workflowIdOf(ref))
    .describe();
  return { runId, length: historyLength, isOver: status.name === 'COMPLETED' };
}
