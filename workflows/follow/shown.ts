import { defineSearchAttributeKey } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { holding, searchAttributes, type RecordKind, type Standing } from '#libs/contracts';

const stageKey = defineSearchAttributeKey(searchAttributes.stage, 'KEYWORD');

/**
 * Shows on Temporal's own page where a record stands: its stage, the conditions that its procedures see, its next date. This costs no
 * history; that the workflow is found by its stage costs an event, which the last stage, seen by the end of the workflow, is not worth.
 * It is not found by it where it was started without: a cluster that does not know the attribute would refuse every task that names it.
 */
export function show(kind: RecordKind, standing: Standing): void {
  const { stage, nextDueAtMs, closed } = standing;
  const date = nextDueAtMs === null ? 'no date' : `next date ${new Date(nextDueAtMs).toISOString()}`;
  setCurrentDetails([stage, holding(kind, standing).join(', '), date].join(' · '));
  const foundBy = workflowInfo().typedSearchAttributes.get(stageKey);
  if (foundBy !== undefined && foundBy !== stage && !closed) upsertSearchAttributes([{ key: stageKey, value: stage }]);
}
