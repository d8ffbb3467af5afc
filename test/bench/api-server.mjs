// The real API in a process of its own, for the bench: its settings come by message, and it tells what its commands and pages cost inside.
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { RecordExecutor } from '#libs/persistence';
import { built } from './built.mjs';

const nothing = () => ({ executorMs: [], statements: [], rows: {} });
const command = new AsyncLocalStorage();
let spent = nothing();
let cpu = process.cpuUsage();

const { execute } = RecordExecutor.prototype;
RecordExecutor.prototype.execute = async function timed(order) {
  const sent = { statements: 0 };
  const began = performance.now();
  try {
    return await command.run(sent, () => execute.call(this, order));
  } finally {
    spent.executorMs.push(performance.now() - began);
    spent.statements.push(sent.statements);
  }
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(...given) {
  const sent = command.getStore();
  if (sent) sent.statements += 1;
  return query.apply(this, given);
};

// Every row that PostgreSQL sent, by the name of the statement that asked.
const { handleDataRow } = pg.Query.prototype;
pg.Query.prototype.handleDataRow = function counted(...given) {
  const name = this.name ?? 'unnamed';
  spent.rows[name] = (spent.rows[name] ?? 0) + 1;
  return handleDataRow.apply(this, given);
};

const { startApi } = await built('apps/api/src/start-api.js');
let api;

process.on('message', async ({ ask, config }) => {
  switch (ask) {
    case 'start':
      api = await startApi(config);
      return process.send({ url: api.url });
    case 'spent': {
      const { user, system } = process.cpuUsage(cpu);
      const told = { ...spent, cpuMs: (user + system) / 1000 };
      spent = nothing();
      cpu = process.cpuUsage();
      return process.send(told);
    }
    default:
      throw new Error(`the bench cannot ask for ${ask}`);
  }
});
// When the bench is gone, so are its questions: the API goes as well.
process.once('disconnect', () => void api?.close());
process.send({ ready: true });
