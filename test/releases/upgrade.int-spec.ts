import { afterEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { auditMunicipality } from '#libs/audit';
import type { RecordRef } from '#libs/contracts';
import {
  definitionOf,
  type AnyCaseCommand,
  type AnySittingCommand,
  type CaseState,
  type SittingState,
} from '#libs/domain';
import {
  recordOf,
  inMunicipality,
  migrate,
  refoldRecords,
  TextCipher,
  withRebuilder,
  type RebuilderAccess,
} from '#libs/persistence';
import {
  openDesk,
  releasedDatabase,
  releaseIn,
  rowsIn,
  testRolePasswords,
  type Desk,
  type Rows,
} from '../../libs/persistence/src/testing/index.ts';

// Real: PostgreSQL with the rows that each release left, today's migrations, rules, profile, executor, texts. Driven: the clock.

const releases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A released database on today's build. */
interface Upgraded {
  readonly desk: Desk;
  readonly access: RebuilderAccess;
  readonly before: Rows;
  /** Everything is asked as a superuser: what is stored, of every record. */
  ask(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

let open: Upgraded | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function upgraded(name: string): Promise<Upgraded> {
  const folder = join(import.meta.dirname, name);
  const [release, before] = [releaseIn(folder), rowsIn(folder)];
  const database = await releasedDatabase(release, before);
  const access = {
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    masterKey: release.masterKey,
    demo: true,
  };
  await migrate(access);
  const desk = await openDesk({ beside: { database, cipher: new TextCipher(release.masterKey) } });
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  open = {
    desk,
    access,
    before,
    ask: async (text) => (await superuser.query<Record<string, unknown>>(text)).rows,
    async close() {
      await superuser.end();
      await desk.close();
      await database.drop();
    },
  };
  return open;
}

const refsOf = ({ before, desk }: Upgraded, which: (row: Rows[string][number]) => boolean): readonly RecordRef[] =>
  (before['record'] ?? [])
    .filter(which)
    .map(({ id, kind }) => ({ id: id as string, kind: kind as RecordRef['kind'], municipality: desk.municipality }));
const isOpen = (row: Rows[string][number]): boolean => row['is_open'] === true;

const stateOf = async ({ desk }: Upgraded, { kind, id }: RecordRef): Promise<CaseState | SittingState> => {
  const found = await inMunicipality<{ state: CaseState | SittingState } | undefined>(
    desk.app,
    { municipality: desk.municipality },
    async (tx) => recordOf(tx, id, kind),
  );
  return found!.state;
};

const isCase = (state: CaseState | SittingState): state is CaseState => Object.hasOwn(state, 'caseNumber');

/** What a state says in every version. */
const essence = (state: CaseState | SittingState) => ({
  id: state.id,
  municipality: state.municipality,
  seq: state.seq,
  stage: state.stage,
  name: isCase(state) ? state.caseNumber : state.ordinal,
  owed: Object.values(state.obligations)
    .map(({ key, dueAtMs, taken }) => ({ key, dueAtMs, taken }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
});

type Command = AnyCaseCommand | AnySittingCommand;

/** Commands of which an open record of any stage takes one. */
function commandsFor(state: CaseState | SittingState, text: string): readonly Command[] {
  if (isCase(state))
    return [
      { type: 'mark-urgent', urgent: !state.urgent },
      { type: 'reopen-case', reasonText: text },
    ];
  const [year] = state.heldOn.split('-');
  const results = ['outreach', 'adequate', 'ended', 'continued', 'interrupted', 'unchanged'] as const;
  return [
    { type: 'move-sitting', heldOn: `${Number(year) + 1}-07-15`, startsAt: '10:00', endsAt: '11:00', placeText: text },
    { type: 'close-sitting' },
    ...state.items.flatMap((item) =>
      results.map(
        (result) =>
          ({
            type: 'give-disposition',
            itemId: item.id,
            result,
            taskId: uuidv7(),
            ownerAgency: 'hoken',
            dueOn: `${Number(year) + 1}-07-15`,
            nextStepText: text,
            endReason: null,
            leadAgencyAfter: null,
          }) as Command,
      ),
    ),
  ];
}

/** Has everything taken that is due of every open record, then gives each one a command. @returns those that took none */
async function goneOn(old: Upgraded): Promise<readonly string[]> {
  const { desk } = old;
  const [latest] = await old.ask(`select (extract(epoch from max(updated_at)) * 1000)::float8 as ms from record`);
  desk.clock.setTo(Number(latest!['ms']) + 7 * 86_400_000);
  const refs = refsOf(old, isOpen);
  for (const ref of refs) await desk.done(ref, { kind: 'clock' }, { type: 'enforce' });
  const everybody = await desk.person('hokenfukushi', 'head', 'coordinator', 'manager');
  const idle: string[] = [];
  for (const ref of refs) {
    const state = await stateOf(old, ref);
    if (state.stage === 'closed' || state.stage === 'cancelled') continue;
    const answers: string[] = [];
    for (const command of commandsFor(state, uuidv7())) {
      const texts = Object.entries(command).flatMap(([field, id]) =>
        field.endsWith('Text') && typeof id === 'string' ? [{ id, slot: 'note', content: '続けます。' }] : [],
      );
      const giver = command.type === 'close-sitting' ? ({ kind: 'workflow' } as const) : everybody;
      const answer = await desk.give(ref, giver, command, { texts, commandId: randomUUID() });
      if (answer.kind === 'done') break;
      answers.push(answer.kind === 'refused' ? answer.refusal.code : answer.kind);
    }
    if (answers.length === commandsFor(state, '').length) idle.push(`${ref.kind} ${state.stage}: ${answers.join(' ')}`);
  }
  return idle;
}

describe.each(releases)('the records that %s left', (name) => {
  it('are all there on this build, in the shape of today, as they stood', async () => {
    const old = await upgraded(name);
    const refolded = await refoldRecords(old.access, { perSecond: 10_000 });
    expect(refolded).toEqual({ refolded: refsOf(old, isOpen).length, failed: [] });
    for (const row of old.before['record'] ?? []) {
      const [ref] = refsOf(old, ({ id }) => id === row['id']);
      expect(essence(await stateOf(old, ref!))).toEqual(essence(row['state'] as CaseState | SittingState));
    }
    await withRebuilder(old.access, async ({ rebuilder }) => {
      for (const ref of refsOf(old, isOpen))
        expect(await rebuilder.check(ref)).toEqual({ ref, older: false, differs: [] });
    });
    expect(await refoldRecords(old.access)).toEqual({ refolded: 0, failed: [] });
  });

  it.each([
    ['before anything was folded anew', false],
    ['after migrate has folded the open ones anew', true],
  ])(
    'go on %s: each takes what is due and a command, nothing is lost, and the audit chain holds',
    async (_, folded) => {
      const old = await upgraded(name);
      if (folded) await refoldRecords(old.access, { perSecond: 10_000 });
      expect(await goneOn(old)).toEqual([]);
      const today = refsOf(old, isOpen).map(({ id }) => `'${id}'`);
      const shapes = await old.ask(`select kind, shape from record where id in (${today.join()})`);
      expect(shapes.filter(({ kind, shape }) => shape !== definitionOf(kind as RecordRef['kind']).shape)).toEqual([]);
      for (const table of ['event', 'audit_entry', 'disclosure', 'text_revision', 'notice', 'command_log']) {
        const now = await old.ask(`select to_jsonb(t) as row from ${table} t`);
        const kept = new Set(now.map(({ row }) => JSON.stringify(shared(row, old.before[table]?.[0] ?? {}))));
        const lost = (old.before[table] ?? []).filter((row) => !kept.has(JSON.stringify(shared(row, row))));
        expect({ table, lost }).toEqual({ table, lost: [] });
      }
      const { municipality } = old.desk;
      const verdict = await withRebuilder(old.access, async ({ rebuilder }) =>
        inMunicipality(old.desk.app, { municipality, snapshot: true }, async (tx) =>
          auditMunicipality(tx, { cipher: old.desk.cipher, rebuilder }),
        ),
      );
      expect(verdict.findings).toEqual([]);
      expect(verdict.entries).toBeGreaterThan((old.before['audit_entry'] ?? []).length);
    },
  );
});

describe('the seats that 0.1.0 left', () => {
  it('let an agency be released whose sitting is in preparation, and not one that is called and awaited', async () => {
    const old = await upgraded('0.1.0');
    const { desk } = old;
    const giver = await desk.person('hokenfukushi', 'staff', 'coordinator');
    const answers = new Map<string, Set<string>>();
    for (const ref of refsOf(old, isOpen)) {
      const state = await stateOf(old, ref);
      if (!isCase(state)) continue;
      const item = state.placements.find(({ result }) => result === null);
      const agency = item?.agencies.find((one) =>
        state.participants.some(({ agency: other, basis }) => other === one && basis === 'meeting'),
      );
      if (!item || agency === undefined) continue;
      const sitting = await stateOf(old, { ...ref, kind: 'sitting', id: item.sittingId });
      const invitation = (sitting as SittingState).invitations.find((one) => one.agency === agency);
      const reasonText = uuidv7();
      const texts = [{ id: reasonText, slot: 'release-reason', content: '役目を終えた。' }];
      const release = { type: 'release-agency', agency, reasonText } as const;
      const answer = await desk.give(ref, giver, release, { texts, commandId: randomUUID() });
      const key = `${sitting.stage} ${invitation?.sent === true ? 'called' : 'not called'}`;
      const said = answer.kind === 'refused' ? answer.refusal.code : answer.kind;
      answers.set(key, new Set([...(answers.get(key) ?? []), said]));
    }
    expect(Object.fromEntries([...answers].map(([key, said]) => [key, [...said]]))).toEqual({
      // One of them has an アセスメントシート to hand in first.
      'preparing not called': ['participant.still-owes', 'done'],
      'called not called': ['done'],
      'called called': ['item.agency-awaited'],
      'held called': ['item.agency-awaited'],
    });
  });
});

/** Columns that the release knew, in order. */
const shared = (row: unknown, known: Readonly<Record<string, unknown>>): unknown =>
  Object.keys(known)
    .toSorted()
    .map((column) => (row as Readonly<Record<string, unknown>>)[column]);
