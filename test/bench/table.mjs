const number = (value, digits = 2) => value.toFixed(digits);
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)];

function latencyTable({ aim, oneAtATime, atOnce }) {
  const { command, insert, executor, statementsPerCommand, apiCpuMsPerCommand } = oneAtATime;
  const timed = (name, { count, p50, p99 }) => [name, String(count), number(p50), number(p99)];
  const crowd = (name, { p50, p99, perSecond }) => [name, number(p50), number(p99), number(perSecond, 0)];
  return [
    'Command latency over HTTP, one at a time (ms)',
    '',
    ...table(
      ['', 'count', 'p50', 'p99'],
      [
        timed('command', command),
        timed('of it, executor', executor),
        timed('baseline: one durable insert', insert),
        ['command / insert', '', number(command.p50 / insert.p50, 1), number(command.p99 / insert.p99, 1)],
        ['aim', '', number(aim.p50, 0), number(aim.p99, 0)],
      ],
    ),
    '',
    `${number(statementsPerCommand, 1)} statements a command; ${number(apiCpuMsPerCommand)} ms of processor time in the API's process.`,
    '',
    `${atOnce.clients} clients at once (ms)`,
    '',
    ...table(
      ['', 'p50', 'p99', 'per second'],
      [crowd('command', atOnce.command), crowd('durable insert', atOnce.insert)],
    ),
    '',
    ...table(
      ['command, one at a time (ms)', 'count', 'p50', 'p99'],
      Object.entries(oneAtATime.byCommand).map(([name, given]) => timed(name, given)),
    ),
  ];
}

function historyTable({ aim, textbook, historyEventCount, businessEventCount, perBusinessEvent, ...all }) {
  const kinds = (workflowId) => workflowId.split('/')[0];
  return [
    'Temporal history events per business event, over the journey',
    '',
    ...table(
      ['', 'runs', 'nudges', 'history events', 'business events', 'ratio'],
      [
        ...all.workflows.map((one) => [
          kinds(one.workflowId),
          String(one.runs),
          String(one.nudges),
          String(one.historyEventCount),
          String(one.businessEventCount),
          number(one.historyEventCount / one.businessEventCount),
        ]),
        ['all', '', '', String(historyEventCount), String(businessEventCount), number(perBusinessEvent)],
        ['aim', '', '', '', '', number(aim)],
        ['textbook workflow', '', '', '', '', number(textbook)],
      ],
    ),
    '',
    ...table(
      ['history event', 'count'],
      Object.entries(all.historyEvents).map(([name, count]) => [name, String(count)]),
    ),
  ];
}

function longTable({ aim, years, sittings, insert, long, short, tables, sittingsBytes }) {
  const kB = (bytes) => number(bytes / 1000, 1);
  const ratio = (one, other) => number(one / other);
  const timed = (name, of) => [name, number(of(long).p50), number(of(short).p50), ratio(of(long).p50, of(short).p50)];
  const sum = (of) => tables.reduce((total, one) => total + of(one), 0);
  return [
    `A case of ${String(years)} years (${String(sittings)} sittings) beside short ones, commands and pages one at a time, by turns`,
    '',
    ...table(
      ['', `${String(years)} years`, 'short', 'ratio', 'aim'],
      [
        ['events in the log', String(long.events), String(short.events), '', ''],
        [
          'state (kB)',
          kB(long.stateBytes),
          kB(short.stateBytes),
          ratio(long.stateBytes, short.stateBytes),
          `${kB(aim.stateBytes)} kB`,
        ],
        ['rows read for the page', String(long.rows.sum), String(short.rows.sum), '', `${String(aim.rows)} rows`],
        ['beside them of membership', String(long.rows.members), String(short.rows.members), '', ''],
        [...timed('page, p50 (ms)', ({ page }) => page), ''],
        [...timed('command, p50 (ms)', ({ command }) => command), number(aim.ratio, 1)],
        ...Object.keys(long.byCommand).map((name) => [...timed(name, ({ byCommand }) => byCommand[name]), '']),
        ['baseline: one durable insert, p50 (ms)', number(insert.p50), '', '', ''],
      ],
    ),
    '',
    ...table(
      ['rows of the page, by statement', `${String(years)} years`, 'short'],
      Object.entries(long.rows.others).map(([name, count]) => [
        name,
        String(count),
        String(short.rows.others[name] ?? 0),
      ]),
    ),
    '',
    ...table(
      ['kept of it', 'rows', 'kB', 'with indexes'],
      [
        ...tables.map(({ name, rows, bytes, indexBytes }) => [name, String(rows), kB(bytes), kB(bytes + indexBytes)]),
        [
          'all',
          String(sum(({ rows }) => rows)),
          kB(sum(({ bytes }) => bytes)),
          kB(sum(({ bytes, indexBytes }) => bytes + indexBytes)),
        ],
        [`its ${String(sittings)} sittings`, '', '', kB(sittingsBytes)],
      ],
    ),
  ];
}

function boardTable({ cases, ...states }) {
  const names = { neverAnalysed: 'never analysed', analysed: 'analysed' };
  return [
    `A page of the board in a town of ${String(cases)} open cases, warm, by turns (ms, p50)`,
    '',
    ...table(
      ['tables', 'baseline: 0.1.0', 'page', 'baseline / page', 'counts'],
      Object.entries(states).map(([state, { before, after, counts }]) => [
        names[state],
        number(before.p50),
        number(after.p50),
        number(before.p50 / after.p50, 0),
        number(counts.p50),
      ]),
    ),
  ];
}

/** Everything the bench saw, as lines of Markdown. */
export function resultLines({ machine, commandLatency, historyEvents, longCase, boardReading }) {
  const { cores, processor, node, loadAverage, busyShareBefore } = machine;
  return [
    `${cores} cores, ${processor}, Node ${node}; before the run ${number(busyShareBefore * 100, 0)} % busy with other things, load ${number(loadAverage)}`,
    ...(commandLatency ? ['', ...latencyTable(commandLatency)] : []),
    ...(historyEvents ? ['', ...historyTable(historyEvents)] : []),
    ...(longCase ? ['', ...longTable(longCase)] : []),
    ...(boardReading ? ['', ...boardTable(boardReading)] : []),
  ];
}
