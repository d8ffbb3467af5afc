// The real API in a process of its own, for the latency bench: its settings come by message, and it tells what its commands cost inside.
import pg from 'pg';
import { RecordExecutor } from '#libs/persistence';
import { built } from './built.mjs';

const T={};
let spent = { executorMs: [], statements: 0 };

const { execute } = RecordExecutor.prototype;
RecordExecutor.prototype.execute = async function timed(order) {
  const began = performance.now();
  try {
    return await execute.call(this, order);
  } finally {
    spent.executorMs.push(performance.now() - began);
  }
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(...given) {
  const q=given[0]; const name=(typeof q==='string'? q.slice(0,12) : q?.name?.startsWith?.('batch')? 'batch' : q?.name ?? String(q?.text).slice(0,40));
  const began=performance.now();
  const r=query.apply(this, given);
  if (r?.then) r.then(()=>{(T[name]??=[]).push(performance.now()-began)},()=>{});
  return r;
};

const { startApi } = await built('apps/api/src/start-api.js');
let api; process.on('exit',()=>{});

process.on('message', async ({ ask, config }) => {
  switch (ask) {
    case 'start':
      api = await startApi(config);
      return process.send({ url: api.url });
    case 'spent': {
      const rows=Object.entries(T).map(([n,v])=>{v.sort((a,b)=>a-b);return [n,v.length,v[v.length>>1].toFixed(2),v[Math.floor(v.length*.99)].toFixed(2)].join(' ')}); console.error(rows.join('\n')); console.error(JSON.stringify(process.cpuUsage())); for(const k of Object.keys(T)) delete T[k];
      const told = { ...spent, cpu: process.cpuUsage() };
      spent = { executorMs: [], statements: 0 };
      return process.send(told);
    }
    default:
      throw new Error(`the bench cannot ask for ${ask}`);
  }
});
// When the bench is gone, so are its questions: the API goes as well.
process.once('disconnect', () => void api?.close());
process.send({ ready: true });
