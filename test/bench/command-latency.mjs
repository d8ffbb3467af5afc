// Command latency over HTTP beside one durable insert: node test/bench/command-latency.mjs <result file>; `npm run bench` runs it on the build.
import { openTown } from './bench-town.mjs';
import { CaseWork, commandsPerCase } from './case-work.mjs';
import { DurableInsert } from './durable-insert.mjs';
import { mean, percentiles } from './percentiles.mjs';
import { writeResult } from './result-file.mjs';

const warmUpCases = 50;
const cases = 60;
const clients = 10;
const casesPerClient = 10;

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (interrupted = true));
const goOn = () => {
  if (interrupted) throw new Error('interrupted');
};

/** One at a time, command and insert in turns of a case each: whatever else the machine does hits both. */
async function oneAtATime(town) {
  let commands = [];
  let inserts = [];
  const work = await CaseWork.open(town.url, (name, ms) => commands.push({ name, ms }));
  const insert = await DurableInsert.open(town.databaseUrl, (ms) => inserts.push(ms));
  try {
    await insert.assertDurable();
    const turn = async () => {
      goOn();
      await work.next();
      await insert.times(commandsPerCase);
    };
    for (let done = 0; done < warmUpCases; done += 1) await turn();
    commands = [];
    inserts = [];
    await town.spent();
    for (let done = 0; done < cases; done += 1) await turn();
    const { executorMs, statements, cpuMs } = await town.spent();
    const byCommand = Object.groupBy(commands, ({ name }) => name);
    return {
      command: percentiles(commands.map(({ ms }) => ms)),
      insert: percentiles(inserts),
      // Of the command's time: from the executor's call to its commit, without HTTP, session and shape.
      executor: percentiles(executorMs),
      statementsPerCommand: mean(statements),
      // Of the API's process, the pages read in between included; says the same on a busy machine.
      apiCpuMsPerCommand: cpuMs / commands.length,
      byCommand: Object.fromEntries(
        Object.entries(byCommand).map(([name, given]) => [name, percentiles(given.map(({ ms }) => ms))]),
      ),
    };
  } finally {
    work.close();
    await insert.close();
  }
}

/** Many at once: as many desks as clients, each giving its next command when the one before is answered. */
async function atOnce(town) {
  const commands = [];
  const inserts = [];
  const works = [];
  const writers = [];
  for (let client = 0; client < clients; client += 1) {
    works.push(await CaseWork.open(town.url, (_name, ms) => commands.push(ms)));
    writers.push(await DurableInsert.open(town.databaseUrl, (ms) => inserts.push(ms)));
  }
  const perSecond = async (times, each) => {
    const began = performance.now();
    await Promise.all(each);
    return (times / (performance.now() - began)) * 1000;
  };
  try {
    const commandsPerSecond = await perSecond(
      clients * casesPerClient * commandsPerCase,
      works.map(async (work) => {
        for (let done = 0; done < casesPerClient; done += 1) {
          goOn();
          await work.next();
        }
      }),
    );
    const insertsPerSecond = await perSecond(
      clients * casesPerClient * commandsPerCase,
      writers.map(async (writer) => writer.times(casesPerClient * commandsPerCase)),
    );
    return {
      clients,
      command: { ...percentiles(commands), perSecond: commandsPerSecond },
      insert: { ...percentiles(inserts), perSecond: insertsPerSecond },
    };
  } finally {
    for (const work of works) work.close();
    for (const writer of writers) await writer.close();
  }
}

const town = await openTown();
try {
  const sequential = await oneAtATime(town);
  const concurrent = await atOnce(town);
  writeResult(process.argv[2], { aim: { p50: 5, p99: 25 }, oneAtATime: sequential, atOnce: concurrent });
} finally {
  await town.close();
}
