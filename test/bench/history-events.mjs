// History events per business event over the journey; arguments: <result file>.
// Needs TSUNAGI_TEST_SERVER and runs the TypeScript sources, as the workflow tests do: `npm run bench` sees to both.
import { playAndCount } from './journey-histories.ts';
import { writeResult } from './result-file.mjs';

const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

function added(all) {
  const total = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  return Object.fromEntries(Object.entries(total).sort(([, one], [, other]) => other - one));
}

const workflows = (await playAndCount()).map((workflow) => ({
  ...workflow,
  historyEventCount: sum(workflow.historyEvents),
  businessEventCount: sum(workflow.businessEvents),
}));
const historyEventCount = workflows.reduce((total, one) => total + one.historyEventCount, 0);
const businessEventCount = workflows.reduce((total, one) => total + one.businessEventCount, 0);

writeResult(process.argv[2], {
  aim: 3.4,
  textbook: 5.75,
  historyEventCount,
  businessEventCount,
  perBusinessEvent: historyEventCount / businessEventCount,
  historyEvents: added(workflows.map(({ historyEvents }) => historyEvents)),
  businessEvents: added(workflows.map(({ businessEvents }) => businessEvents)),
  workflows,
});
