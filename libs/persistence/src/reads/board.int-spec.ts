import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { selfMovingKinds } from '#libs/domain';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inMunicipality } from '../connection/transaction.ts';
import { openDesk, type Desk } from '../testing/index.ts';
import { board, boardCounts, boardStatements, type BoardLine, type BoardRequest } from './board.ts';

// Real: PostgreSQL with row-level security, the statements as they are asked. The rows are made here: what is proven is order and reading.

const municipality = 'a-town';
const nowMs = Date.UTC(2026, 5, 15);
const many = 20_000;
let desk: Desk;
let superuser: pg.Client;

beforeAll(async () => {
  desk = await openDesk({ municipality });
  superuser = new pg.Client({ connectionString: desk.database.superuserUrl });
  await superuser.connect();
  // Nobody may count the rows meanwhile: the first look is at tables of which PostgreSQL knows nothing yet.
  for (const table of ['record', 'board_row'])
    await superuser.query(`alter table ${table} set (autovacuum_enabled = false)`);
  await superuser.query(
    `insert into record (municipality_id, id, kind, state, standing, seq, is_open, agencies, updated_at)
     select $1, gen_random_uuid(), 'case', '{}', '{}', 1, true, array[case when n % 400 = 0 then 'kikan' else 'fukushi' end], now()
     from generate_series(1, $2::int) n`,
    [municipality, many],
  );
  // A mix of all twelve groups; a third does not move, some of it from later than now on.
  await superuser.query(
    `insert into board_row (municipality_id, record_id, kind, number, stage, urgent, stall_cause, stall_from, stall_since, is_vacant, sort_since, late_from, opened_on, is_open)
     select $1, id, 'case', n::text, 'intake', n % 97 = 0, case when n % 3 = 0 then case when n % 31 = 0 then 'personInChargeVacant' else 'handoffUnanswered' end end,
       case when n % 3 = 0 then to_timestamp($2::float8 / 1000) + (n % 50 - 40) * interval '1 day' end,
       case when n % 3 = 0 then date '2026-01-01' + n % 100 end, n % 3 = 0 and n % 31 = 0,
       case when n % 3 = 0 then date '2026-01-01' + n % 100 else 'infinity' end,
       case when n % 7 < 3 then to_timestamp($2::float8 / 1000) + (n % 60 - 50) * interval '1 day' end, '2026-01-01', n % 20 <> 7
     from (select id, (row_number() over (order by id))::int as n from record where municipality_id = $1) r`,
    [municipality, nowMs],
  );
});
afterAll(async () => {
  await superuser.end();
  await desk.close();
});

const inTown = async <T>(read: (tx: Parameters<typeof board>[0]) => Promise<T>): Promise<T> =>
  inMunicipality(desk.app, { municipality, actor: randomUUID() }, read);

/** The board, page after page. The seal of a cursor is the reader's: one reader throughout. */
async function walked(request: Omit<BoardRequest, 'nowMs'>, pages = Infinity): Promise<readonly BoardLine[]> {
  return inTown(async (tx) => {
    const seen: BoardLine[] = [];
    let after: string | null | undefined;
    for (let page = 0; page < pages && after !== null; page += 1) {
      const { items, next } = await board(tx, { nowMs, ...request, ...(after === undefined ? {} : { after }) });
      seen.push(...items);
      after = next;
    }
    return seen;
  });
}

const expected = async (where: string): Promise<readonly string[]> => {
  const { rows } = await superuser.query<{ number: string }>(
    `select b.number from board_row b join record r on r.id = b.record_id where b.is_open and ${where}
     order by b.urgent desc, coalesce(b.stall_cause = 'personInChargeVacant', false) desc,
       coalesce(b.stall_from <= to_timestamp($1::float8 / 1000), false) desc,
       coalesce(b.late_from <= to_timestamp($1::float8 / 1000) and (b.stall_from <= to_timestamp($1::float8 / 1000)) is not true, false) desc,
       coalesce(b.stall_since, 'infinity'::date), b.record_id`,
    [nowMs],
  );
  return rows.map(({ number }) => number);
};

describe('the board of a large town', () => {
  it('[R42] goes through all that is open, once each: urgent, no one in charge, not moving, late, longest', async () => {
    const seen = await walked({ limit: 200 });
    expect(seen.map(({ number }) => number)).toEqual(await expected('true'));
    expect(await inTown(async (tx) => boardCounts(tx, { nowMs }))).toEqual({
      open: seen.length,
      stalled: seen.filter(({ stalled }) => stalled).length,
      urgent: seen.filter(({ urgent }) => urgent).length,
      vacant: seen.filter(({ cause }) => cause === 'personInChargeVacant').length,
    });
  });

  it('keeps its order where only what is stalled or urgent, or only an agency’s part is asked for', async () => {
    const stalled = await walked({ limit: 150, stalledOnly: true });
    const isStalled = `(b.urgent or b.stall_from <= to_timestamp($1::float8 / 1000))`;
    expect(stalled.map(({ number }) => number)).toEqual(await expected(isStalled));
    const ofAgency = await walked({ limit: 7, agency: 'kikan' });
    expect(ofAgency.map(({ number }) => number)).toEqual(await expected(`'kikan' = any(r.agencies)`));
    const counts = await inTown(async (tx) => boardCounts(tx, { nowMs, agency: 'kikan' }));
    expect(counts.open).toBe(ofAgency.length);
  });

  it.each(['of which nothing is known yet', 'that were analysed'])(
    'reads a page from tables %s in the pages of its lines alone',
    async (state) => {
      if (state === 'that were analysed')
        await superuser.query('vacuum analyze record, board_row, obligation, sitting');
      const blocks = await inTown(async (tx) => {
        const values = [municipality, nowMs, null, false, null, null, null, 51, selfMovingKinds];
        const text = `explain (analyze, buffers, timing off, format json) ${boardStatements.lines.text}`;
        const plans: number[] = [];
        // From the sixth time on PostgreSQL may keep one plan for all values: that one is looked at as well.
        for (let time = 0; time < 7; time += 1) {
          const [row] = await tx.rows<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
            { name: `looked-${state.length}`, text },
            values,
          );
          const { Plan } = row!['QUERY PLAN'][0];
          plans.push((Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0));
        }
        return plans;
      });
      // 20,000 lines lie in some 350 blocks; 51 lines, each looked up with its record's obligation and sitting, in fewer than 51 × 8; groups
      // that hold few lines are gone through by the moment from which they count.
      expect(Math.max(...blocks)).toBeLessThan(1_000);
    },
  );
});
