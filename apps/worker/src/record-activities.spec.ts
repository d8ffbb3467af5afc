import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/activity';
import type { RecordRef, Standing } from '#libs/contracts';
import type { Answer, ExecuteOrder } from '#libs/persistence';
import { createRecordActivities } from './record-activities.ts';

const ref: RecordRef = { kind: 'support-case', municipality: 'demo', id: '0198a000-0000-7000-8000-000000000001' };
const standing: Standing = { seq: 7, closed: false, nextDueAtMs: null };
const done: Answer = { kind: 'done', ref, seq: 7, parts: {}, standing, repeated: false };

/** Activities over an executor that always answers so, and the orders it got. */
function answering(answer: Answer | Error, there: Standing | 'nothing' = { ...standing, seq: 9 }) {
  const orders: ExecuteOrder[] = [];
  const executor = {
    execute: async (order: ExecuteOrder): Promise<Answer> => {
      orders.push(order);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const failures: unknown[] = [];
  const standingOf = async () => Promise.resolve(there === 'nothing' ? undefined : there);
  const onFailure = (fields: unknown) => failures.push(fields);
  return { orders, failures, activities: createRecordActivities({ executor, standingOf, onFailure }) };
}

describe('command', () => {
  it('is given to the executor as the workflow, under the id the workflow chose', async () => {
    const { activities, orders } = answering(done);
    expect(await activities.command(ref, { type: 'tell-roles' }, 'an-id')).toEqual({ standing });
    expect(orders).toEqual([{ ref, command: { type: 'tell-roles' }, commandId: 'an-id', actor: { kind: 'workflow' } }]);
  });

  it.each<[Answer, string]>([
    [{ kind: 'refused', refusal: { code: 'already-so' } }, 'already-so'],
    [{ kind: 'forbidden', code: 'access.relation' }, 'access.relation'],
    [{ kind: 'stale', part: 'plan/1', version: 3, yours: 2 }, 'part.stale'],
  ])('answers a refusal with its code and where the record stands: %j', async (answer, code) => {
    const { activities } = answering(answer);
    expect(await activities.command(ref, { type: 'tell-roles' }, 'an-id')).toEqual({
      standing: { ...standing, seq: 9 },
      refused: code,
    });
  });
});

describe('enforce', () => {
  it('is given as the clock, each time under an id of its own, and answers the standing', async () => {
    const { activities, orders } = answering(done);
    expect(await activities.enforce(ref)).toEqual(standing);
    await activities.enforce(ref);
    expect(orders.map(({ actor, command }) => [actor.kind, command.type])).toEqual([
      ['clock', 'enforce'],
      ['clock', 'enforce'],
    ]);
    expect(new Set(orders.map(({ commandId }) => commandId)).size).toBe(2);
  });

  it('fails for good when there is no such record, and so does a command', async () => {
    const { activities } = answering({ kind: 'refused', refusal: { code: 'record.missing' } }, 'nothing');
    const missing = { type: 'RecordMissing', nonRetryable: true };
    await expect(activities.enforce(ref)).rejects.toMatchObject(missing);
    await expect(activities.command(ref, { type: 'tell-roles' }, 'an-id')).rejects.toMatchObject(missing);
  });

  it('fails to be tried again when it was refused for any other reason', async () => {
    const { activities } = answering({ kind: 'forbidden', code: 'access.relation' });
    const failing = activities.enforce(ref);
    await expect(failing).rejects.toBeInstanceOf(ApplicationFailure);
    await expect(failing).rejects.toMatchObject({ type: 'EnforceRefused', nonRetryable: false });
  });
});

it('keeps of a failure its kind and where it happened, and not a word that could be about somebody', async () => {
  const failure = Object.assign(new Error('duplicate key (name)=(架空 花子)'), { code: '23505' });
  const { activities, failures } = answering(failure);
  const failing = activities.command(ref, { type: 'tell-roles' }, 'an-id');
  await expect(failing).rejects.toMatchObject({
    message: 'the record did not answer',
    type: 'Error 23505',
    nonRetryable: false,
  });
  await expect(failing).rejects.toHaveProperty('cause', undefined);
  expect(failures).toHaveLength(1);
  expect(JSON.stringify(failures)).not.toContain('架空');
  expect(JSON.stringify(failures)).toContain('record-activities.spec.ts');
});
