// A page of the board and its counts in a town of many open cases, beside the statement of release 0.1.0, by turns; argument: <result file>.
import pg from 'pg';
import { openTown } from './bench-town.mjs';
import { built } from './built.mjs';
import { percentiles } from './percentiles.mjs';
import { writeResult } from './result-file.mjs';

const cases = 100_000;
const turns = 40;

/** How release 0.1.0 read it: all that is open, joined, sorted, then cut. */
const before = `
  with line as (
    select b.municipality_id, b.record_id, b.kind, b.number, b.stage, b.track, b.urgent, b.stall_cause, b.stall_key, b.stall_since, b.stall_from <= to_timestamp($2::float8 / 1000) as stalled, coalesce(b.stall_since, 'infinity'::date) as sort_since,
      (case when b.urgent then 0 else 4 end) + (case when b.stall_cause = 'personInChargeVacant' then 0 else 2 end)
        + (case when b.stall_from <= to_timestamp($2::float8 / 1000) then 0 else 1 end) as rank
    from board_row b where b.municipality_id = $1 and b.is_open)
  select l.record_id, l.kind, l.number, l.stage, l.urgent, l.stall_cause, l.stall_since, o.kind as obligation, o.next_step, s.body, l.rank, l.sort_since
  from line l
  join record r on r.municipality_id = l.municipality_id and r.id = l.record_id
  left join obligation o on o.municipality_id = l.municipality_id and o.record_id = l.record_id and o.key = l.stall_key
  left join sitting s on s.municipality_id = l.municipality_id and s.record_id = l.record_id
  order by l.rank, l.sort_since, l.record_id limit $3`;

const town = await openTown();

const { roleUrl } = await built('libs/persistence/src/connection/database-urls.js');
const { boardStatements } = await built('libs/persistence/src/reads/board.js');
const client = new pg.Client({ connectionString: roleUrl(town.databaseUrl, 'app', town.rolePasswords.app) });
try {
  await client.connect();
  await client.query(`select set_config('app.municipality', 'mihon', false)`);
  await client.query(
    `insert into record (municipality_id, id, kind, state, standing, seq, is_open, agencies, updated_at)
     select 'mihon', gen_random_uuid(), 'case', '{}', '{}', 1, true, '{}', now() from generate_series(1, $1::int)`,
    [cases],
  );
  await client.query(
    `insert into board_row (municipality_id, record_id, kind, number, stage, urgent, stall_cause, stall_from, stall_since, is_vacant, sort_since, opened_on, is_open)
     select 'mihon', id, 'case', n::text, 'intake', n % 97 = 0, case when n % 3 = 0 then 'handoffUnanswered' end,
       case when n % 3 = 0 then now() + (n % 50 - 40) * interval '1 day' end, case when n % 3 = 0 then current_date - n % 100 end, false,
       case when n % 3 = 0 then current_date - n % 100 else 'infinity' end, current_date - 100, true
     from (select id, (row_number() over ())::int as n from record where municipality_id = 'mihon' and state = '{}') r`,
  );
  const timed = {};
  const time = async (name, query) => {
    const began = performance.now();
    await client.query(query);
    (timed[name] ??= []).push(performance.now() - began);
  };
  const now = Date.now();
  const readings = {
    before: { name: 'before', text: before, values: ['mihon', now, 51] },
    after: { ...boardStatements.lines, values: ['mihon', now, null, false, null, null, null, 51, ['next-step']] },
    counts: { ...boardStatements.counts, values: ['mihon', now, null] },
  };
  const state = {};
  for (const kind of ['neverAnalysed', 'analysed']) {
    if (kind === 'analysed') await analysed(town.databaseUrl);
    for (const name of Object.keys(readings)) timed[name] = [];
    for (let n = 0; n < turns + 8; n += 1) {
      // the first are to warm up, and to let PostgreSQL choose its plan
      if (n === 8) for (const name of Object.keys(readings)) timed[name] = [];
      for (const [name, query] of Object.entries(readings)) await time(name, query);
    }
    state[kind] = Object.fromEntries(Object.entries(timed).map(([name, values]) => [name, percentiles(values)]));
  }
  writeResult(process.argv[2], { cases, ...state });
} finally {
  await client.end();
  await town.close();
}

async function analysed(databaseUrl) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query('vacuum analyze record, board_row');
  await owner.end();
}
