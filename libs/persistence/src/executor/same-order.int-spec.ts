import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { definitionOf } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import { caseOf } from '../reads/record-reads.ts';
import { acceptedHousehold, itemFor, openDesk, openSitting, type Desk } from '../testing/index.ts';
import { whatWasOrdered } from './fingerprint.ts';

// Real: PostgreSQL, executor, rules. Put there by hand: the fingerprint that release 0.1.0 kept (test/releases/repeats.spec.ts holds real ones).

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
});

it('answers a repeat of what the release before carried out, and refuses another order under its id', async () => {
  const household = await acceptedHousehold(desk);
  const { ref } = await openSitting(desk, household);
  const other = await acceptedHousehold(desk);
  const { itemId, caseId, ...rest } = itemFor(other, [other.motherId]);
  const command = { type: 'add-item', itemId, caseId, ...rest } as const;
  const actor = household.coordinator;
  const commandId = randomUUID();
  const first = await desk.done(ref, actor, command, { commandId });

  const kase = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) => caseOf(tx, caseId));
  const item = { itemId, caseId, caseNumber: kase!.state.caseNumber, ...rest };
  const older = whatWasOrdered({ ref, command: { type: 'add-item', item } as never, actor, commandId }, definitionOf);
  const superuser = new pg.Client(desk.database.superuserUrl);
  await superuser.connect();
  await superuser.query('update command_log set fingerprint = $2 where command_id = $1', [
    commandId,
    desk.cipher.fingerprint(older),
  ]);
  await superuser.end();

  expect(await desk.give(ref, actor, command, { commandId })).toEqual({ ...first, repeated: true });
  const changed = { ...command, agencies: ['houkatsu'] };
  expect(await desk.give(ref, actor, changed, { commandId })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'command.id-reused' },
  });
});
