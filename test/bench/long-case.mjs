// A case of ten years beside short ones: node test/bench/long-case.mjs <result file>; `npm run bench -- long` runs it on the sources, the API on the build.
import { addDays, addMonths, dateOfMs, msOfDate } from '#libs/calendar';
import { openTown } from './bench-town.mjs';
import { DurableInsert } from './durable-insert.mjs';
import { LongLife, commandsPerTurn } from './long-life.mjs';
import { percentiles } from './percentiles.mjs';
import { writeResult } from './result-file.mjs';
import { StoredCases } from './stored-cases.mjs';
import { StoryTown } from './story-town.ts';
import { tellCases } from './ten-years.ts';

const years = 10;
/** So many that none of them grows long by being measured. */
const shortCases = 8;
const warmUpTurns = 24;
const turns = 120;

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (interrupted = true));
const goOn = () => {
  if (interrupted) throw new Error('interrupted');
};

/** @returns ids of the long case, of its sittings, and of the short ones */
async function tell(town) {
  const until = addDays(dateOfMs(Date.now()), -1);
  const story = await StoryTown.open(town, msOfDate(addMonths(until, -12 * years), '14:00'));
  try {
    const { long, short } = await tellCases(story, until, shortCases);
    return { long: long.ref.id, sittings: long.sittings.map(({ id }) => id), short: short.map(({ ref }) => ref.id) };
  } finally {
    await story.close();
  }
}

/** Rows that PostgreSQL sent for one view of the page: those of `membership` do not depend on the case. */
async function rowsOfPage(town, id) {
  const life = await LongLife.open(town.url);
  try {
    await town.spent();
    await life.read(id);
    const { members, ...others } = (await town.spent()).rows;
    return { members, others, sum: Object.values(others).reduce((sum, count) => sum + count, 0) };
  } finally {
    life.close();
  }
}

/** Long and short by turns, who is first as well; then as many inserts. */
async function timed(town, ids) {
  const inserts = [];
  const insert = await DurableInsert.open(town.databaseUrl, (ms) => inserts.push(ms));
  const long = await LongLife.open(town.url);
  const short = await LongLife.open(town.url);
  try {
    await insert.assertDurable();
    const turn = async (n) => {
      goOn();
      const both = [() => long.turn(ids.long), () => short.turn(ids.short[n % ids.short.length])];
      for (const one of n % 2 === 0 ? both : both.toReversed()) await one();
      await insert.times(commandsPerTurn);
    };
    for (let n = 0; n < warmUpTurns; n += 1) await turn(n);
    for (const times of [long.commands, long.pages, short.commands, short.pages, inserts]) times.length = 0;
    for (let n = 0; n < turns; n += 1) await turn(n);
    return { insert: percentiles(inserts), long: long.told(), short: short.told() };
  } finally {
    long.close();
    short.close();
    await insert.close();
  }
}

const town = await openTown();
try {
  const ids = await tell(town);
  const stored = await StoredCases.open(town.databaseUrl);
  try {
    const state = { long: await stored.stateOf(ids.long), short: await stored.stateOf(ids.short[0]) };
    const tables = await stored.tablesOf([ids.long]);
    const ofSittings = await stored.tablesOf(ids.sittings);
    const rows = { long: await rowsOfPage(town, ids.long), short: await rowsOfPage(town, ids.short[0]) };
    const { insert, long, short } = await timed(town, ids);
    writeResult(process.argv[2], {
      aim: { stateBytes: 30_000, rows: 100, ratio: 1.3 },
      years,
      sittings: ids.sittings.length,
      insert,
      long: { ...state.long, rows: rows.long, ...long },
      short: { ...state.short, rows: rows.short, ...short },
      tables,
      sittingsBytes: ofSittings.reduce((sum, { bytes, indexBytes }) => sum + bytes + indexBytes, 0),
    });
  } finally {
    await stored.close();
  }
} finally {
  await town.close();
}
