import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { listenedSettings, servingPatience } from '../connection/listened-client.ts';
import { openDesk, type Desk } from '../testing/index.ts';
import { boardStatements } from '../reads/board.ts';
import { answerPiece, begin, lock } from './statements.ts';

// Real: PostgreSQL with row-level security. Counted is what a statement reads, in blocks: no time.

const municipality = 'a-town';
const many = 30_000;
const oneId = '00000000-0000-4000-8000-000000000001';

interface Look {
  readonly what: string;
  readonly text: string;
  /** Of the parameters, in their order. */
  readonly types: readonly string[];
  readonly values: readonly string[];
  readonly atMost: number;
}

/** What every command or page asks for, with parameters as literals: what is looked at is prepared once, like that of the product. */
const looks: readonly Look[] = [
  {
    what: 'the beginning of a command',
    text: begin.text,
    types: ['text', 'text', 'uuid', 'text', 'bytea', 'text'],
    values: [`'${municipality}'`, `gen_random_uuid()::text`, `'${oneId}'`, `'receive'`, `''`, `'case'`],
    atMost: 60,
  },
  {
    what: 'the lock of a record',
    text: lock.text,
    types: ['text', 'uuid[]', 'int[]'],
    values: [`'${municipality}'`, `array['${oneId}']::uuid[]`, 'array[-1]'],
    atMost: 40,
  },
  {
    what: 'an answer into its row',
    text: answerPiece('$1'),
    types: ['jsonb'],
    values: [`'${JSON.stringify({ municipality, recordId: oneId, commandId: oneId, answer: { seq: 1, parts: {} } })}'`],
    atMost: 40,
  },
  {
    what: 'a page of the board',
    text: boardStatements.lines.text,
    types: ['text', 'float8', 'text', 'boolean', 'int', 'date', 'uuid', 'int', 'text[]'],
    values: [`'${municipality}'`, '1800000000000', 'null', 'false', 'null', 'null', 'null', '51', `'{next-step}'`],
    atMost: 4_000,
  },
];

let desk: Desk;
let superuser: pg.Client;
let serving: pg.Client;

/** Blocks that the prepared statement reads, as it is planned at this moment. */
async function blocksOf(index: number): Promise<number> {
  await serving.query('begin');
  const { rows } = await serving.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    `explain (analyze, buffers, timing off, format json) execute look_${index} (${looks[index]!.values.join(', ')})`,
  );
  await serving.query('rollback');
  const { Plan } = rows[0]!['QUERY PLAN'][0];
  return (Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0);
}

const addCases = async (howMany: number): Promise<void> => {
  await superuser.query(
    `insert into record (municipality_id, id, kind, state, standing, seq, is_open, agencies, updated_at)
     select $1, case when n = 1 then $3::uuid else gen_random_uuid() end, 'case', '{}', '{}', 1, true, '{}', now() from generate_series(1, $2::int) n
     on conflict do nothing`,
    [municipality, howMany, oneId],
  );
  await superuser.query(
    `insert into command_log (municipality_id, command_id, record_id, command_type, fingerprint)
     select municipality_id, id::text, id, 'receive', '' from record where municipality_id = $1 on conflict do nothing`,
    [municipality],
  );
  await superuser.query(
    `insert into board_row (municipality_id, record_id, kind, number, stage, urgent, opened_on, is_open)
     select municipality_id, id, 'case', id::text, 'intake', false, '2026-01-01', true from record where municipality_id = $1 on conflict do nothing`,
    [municipality],
  );
};

beforeAll(async () => {
  desk = await openDesk({ municipality });
  // Its checks of foreign keys have kept plans, too.
  superuser = new pg.Client({ connectionString: desk.database.superuserUrl, options: '-c enable_seqscan=off' });
  serving = new pg.Client({ connectionString: desk.database.appUrl, ...listenedSettings(servingPatience) });
  await Promise.all([superuser.connect(), serving.connect()]);
  for (const table of ['record', 'command_log', 'record_key', 'alarm', 'board_row', 'obligation', 'sitting'])
    await superuser.query(`alter table ${table} set (autovacuum_enabled = false)`);
  await serving.query(`select set_config('app.municipality', $1, false)`, [municipality]);
  await addCases(20);
  for (const [index, { text, types }] of looks.entries())
    await serving.query(`prepare look_${index} (${types.join(', ')}) as ${text}`);
  // From the sixth time on PostgreSQL may keep one plan for all values: here one made when there was next to nothing.
  for (const index of looks.keys()) for (let time = 0; time < 7; time += 1) await blocksOf(index);
  await addCases(many);
});
afterAll(async () => {
  await Promise.all([superuser.end(), serving.end()]);
  await desk.close();
});

describe.each(['planned when the town was small and never analysed', 'analysed'])('%s', (state) => {
  beforeAll(async () => {
    if (state === 'analysed')
      await superuser.query('vacuum analyze record, command_log, record_key, alarm, board_row, obligation, sitting');
  });

  it.each(looks.map(({ what, atMost }, index) => [what, atMost, index] as const))(
    '%s reads its own rows alone (at most %i blocks)',
    async (_what, atMost, index) => {
      expect(await blocksOf(index)).toBeLessThanOrEqual(atMost);
    },
  );
});
