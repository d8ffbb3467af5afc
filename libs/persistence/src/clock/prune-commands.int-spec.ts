import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { systemCommandId, type RecordRef } from '#libs/contracts';
import { closedHousehold, openDesk, openHousehold, type Desk, type Household } from '../testing/index.ts';
import { pruneCommands } from './prune-commands.ts';

type Command = Parameters<Desk['give']>[2];

// Real: PostgreSQL, executor, rules, roles. What is old was made old by a superuser: nobody waits 90 days.
describe('commands of long ago', () => {
  const dayMs = 86_400_000;
  let desk: Desk;
  let household: Household;
  let superuser: pg.Client;
  beforeAll(async () => {
    desk = await openDesk();
    household = await openHousehold(desk);
    superuser = new pg.Client(desk.database.superuserUrl);
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await desk.close();
  });

  const age = async (commandId: string, days: number): Promise<void> => {
    await superuser.query(`update command_log set at = now() - $2 * interval '1 day' where command_id = $1`, [
      commandId,
      days,
    ]);
  };
  const rowOf = async (commandId: string): Promise<{ answer: unknown; fingerprint: Buffer } | undefined> => {
    const { rows } = await superuser.query<{ answer: unknown; fingerprint: Buffer }>(
      'select answer, fingerprint from command_log where command_id = $1',
      [commandId],
    );
    return rows[0];
  };
  const urgent = async (commandId: string, value: boolean) =>
    desk.give(household.ref, household.worker, { type: 'mark-urgent', urgent: value }, { commandId });
  const eventsOf = async (commandId: string): Promise<number> =>
    (await superuser.query('select 1 from event where command_id = $1', [commandId])).rows.length;

  it('go, or shrink to their id when that does not tell its age; a repeat is refused by name and not done again', async () => {
    const [old, older, fresh] = [uuidv7({ msecs: Date.now() - 100 * dayMs }), randomUUID(), uuidv7()];
    for (const [n, id] of [old, older, fresh].entries()) expect((await urgent(id, n % 2 === 0)).kind).toBe('done');
    await age(old, 100);
    await age(older, 100);
    expect(await pruneCommands(desk.clockRole, 90, 1)).toBe(2);
    expect(await pruneCommands(desk.clockRole, 90)).toBe(0);
    expect(await rowOf(old)).toBeUndefined();
    expect(await rowOf(older)).toEqual({ answer: null, fingerprint: Buffer.alloc(0) });
    for (const [id, value] of [
      [old, true],
      [older, false],
    ] as const) {
      const events = await eventsOf(id);
      expect(await urgent(id, value)).toEqual({ kind: 'refused', refusal: { code: 'command.expired' } });
      expect(await eventsOf(id)).toBe(events);
    }
    expect(await urgent(fresh, true)).toMatchObject({ kind: 'done', repeated: true });
    expect(await rowOf(old)).toBeUndefined();
  });

  it('whose row is young stay, whatever their id says', async () => {
    const ahead = uuidv7({ msecs: Date.now() + 400 * dayMs });
    expect((await urgent(ahead, false)).kind).toBe('done');
    expect(await pruneCommands(desk.clockRole, 90)).toBe(0);
    await age(ahead, 100);
    await pruneCommands(desk.clockRole, 90);
    expect(await urgent(ahead, false)).toEqual({ kind: 'refused', refusal: { code: 'command.expired' } });
  });

  it('of a workflow are found in the log by what they were decided on', async () => {
    const workflow = { kind: 'workflow' } as const;
    const given: { readonly ref: RecordRef; readonly command: Command; readonly commandId: string }[] = [];
    const seqOf = async ({ id }: RecordRef): Promise<number> => {
      const { rows } = await superuser.query<{ seq: number }>('select seq from record where id = $1', [id]);
      return rows[0]?.seq ?? 0;
    };
    await closedHousehold({
      ...desk,
      async done(ref, actor, command, more) {
        if (actor.kind !== 'workflow') return desk.done(ref, actor, command, more);
        const commandId = systemCommandId(ref, command.type, await seqOf(ref));
        given.push({ ref, command, commandId });
        return desk.done(ref, actor, command, { ...more, commandId });
      },
    });
    const { ref, command, commandId } = given[0]!;
    await age(commandId, 100);
    await pruneCommands(desk.clockRole, 90);
    expect(await rowOf(commandId)).toBeUndefined();
    const events = await eventsOf(commandId);
    expect(events).toBeGreaterThan(0);
    expect(await desk.give(ref, workflow, command, { commandId })).toEqual({
      kind: 'refused',
      refusal: { code: 'command.expired' },
    });
    expect(await eventsOf(commandId)).toBe(events);
  });

  it('keep an answer that is small: seq and the parts that moved', async () => {
    const commandId = uuidv7();
    const answer = await urgent(commandId, true);
    expect(answer).toMatchObject({ kind: 'done', seq: expect.any(Number), standing: { epoch: 0 } });
    expect(JSON.stringify((await rowOf(commandId))?.answer).length).toBeLessThan(60);
    expect(await urgent(commandId, true)).toEqual({ ...answer, repeated: true });
  });
});
