import { describe, expect, it } from '@jest/globals';
import { recordKinds, recordOfWorkflowId, seqOfSystemCommandId, systemCommandId, workflowIdOf } from './record-ids.ts';

describe('the workflow id of a record', () => {
  it.each(recordKinds)('of a %s names the record again', (kind) => {
    const ref = { municipality: 'town', kind, id: '0198a000-0000-7000-8000-000000000001' };
    expect(recordOfWorkflowId(workflowIdOf(ref))).toEqual(ref);
  });

  it.each(['weather/town/1', 'support-case/town', 'sitting/town/1/2', 'sitting//1', ''])('is not %j', (id) => {
    expect(recordOfWorkflowId(id)).toBeUndefined();
  });
});

describe('the id of a command that a workflow gives', () => {
  it.each(recordKinds)('of a %s says on which standing it was decided', (kind) => {
    const ref = { municipality: 'town', kind, id: '0198a000-0000-7000-8000-000000000001' };
    expect(seqOfSystemCommandId(systemCommandId(ref, 'tell-roles', 12))).toBe(12);
  });

  it.each(['weather/town/1/tell-roles/12', 'support-case/town/1/tell-roles', 'sitting/town/1/close/x', '0198a000'])(
    'is not %j',
    (id) => {
      expect(seqOfSystemCommandId(id)).toBeUndefined();
    },
  );
});
