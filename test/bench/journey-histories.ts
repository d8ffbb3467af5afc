import { addDays, dateOfMs } from '#libs/calendar';
import { workflowIdOf, type RecordRef } from '#libs/contracts';
import type { AnyEvent } from '#libs/domain';
import { calendarOf, profileOf, rulesOf } from '#libs/profiles';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';
import { playJourney } from '../journey/journey.ts';
import { TemporalStage } from '../journey/on-temporal.ts';

/** Keeping, not happening: what is owed follows from the facts and is written so that it need not be worked out again. */
const keeping = new Set(['obligation-opened', 'obligation-settled', 'obligation-reassigned', 'obligation-redated']);

/**
 * Whether a fact of the log is a business event: somebody, or a procedure, did something that people of the office would name. Asking
 * again and telling the superior are; the mere passing of a date (start, expiry of a ladder) and the keeping of obligations are not.
 */
const isBusinessEvent = (event: AnyEvent): boolean => {
  const step = stepOf(event);
  return step === undefined ? !keeping.has(event.type) : step === 'reminder' || step === 'escalation';
};

/** Which step of a ladder was taken; nothing of another event. */
const stepOf = (event: AnyEvent): unknown =>
  event.type === 'obligation-step-taken' && 'step' in event ? event.step : undefined;

/** What one workflow wrote into Temporal, all its runs together, and what happened to its record. */
export interface WorkflowHistory {
  readonly workflowId: string;
  readonly runs: number;
  /** Nudges that were sent to it; each is one signal. */
  readonly nudges: number;
  /** How often each kind of history event was written. */
  readonly historyEvents: Readonly<Record<string, number>>;
  /** How often each business event happened; a ladder step is named with its kind. */
  readonly businessEvents: Readonly<Record<string, number>>;
}

/**
 * Plays the journey of `test/journey` on the real workflows with skipped time and counts what was written. Two plays give the same counts.
 * @throws when the journey does not end, or a workflow raised an alarm
 */
export async function playAndCount(): Promise<readonly WorkflowHistory[]> {
  const server = await TimeSkipping.start(await bundleRecordWorkflows());
  try {
    const startMs = await server.nowMs();
    const profile = profileOf('higashiagatsuma', { demo: true });
    const rules = rulesOf(profile, dateOfMs(startMs));
    const calendar = calendarOf(profile, dateOfMs(startMs));
    const firstDay = calendar.nextOpen(addDays(dateOfMs(startMs), 1));
    const runs = new RunNotes(server);
    const stage = new TemporalStage(server, { municipality: rules.municipality, rules, calendar, startMs }, firstDay);
    let counted: readonly WorkflowHistory[] = [];
    await stage.run(async () => {
      const { kase, sittings } = await playJourney(stage.stage);
      counted = await Promise.all(
        [kase, ...sittings].map(async (ref) => ({
          workflowId: workflowIdOf(ref),
          ...(await runs.countOf(ref)),
          businessEvents: tally(stage.world.eventsOf(ref).filter(isBusinessEvent).map(nameOf)),
        })),
      );
    });
    const alarms = server.alarms();
    const open = stage.world.openRecords();
    if (alarms.length > 0 || open.length > 0)
      throw new Error(`the journey went astray: ${JSON.stringify({ alarms, open })}`);
    return counted;
  } finally {
    await server.close();
  }
}

/** Knows every run of every workflow: one that a nudge began after an end is found in no other's chain. */
class RunNotes {
  readonly #server: TimeSkipping;
  readonly #runIds = new Map<string, Set<string>>();
  readonly #nudges = new Map<string, number>();

  constructor(server: TimeSkipping) {
    this.#server = server;
    const nudge = server.nudge.bind(server);
    server.nudge = async (ref, standing) => {
      await nudge(ref, standing);
      const workflowId = workflowIdOf(ref);
      this.#nudges.set(workflowId, (this.#nudges.get(workflowId) ?? 0) + 1);
      const { runId } = await server.environment.client.workflow.getHandle(workflowId).describe();
      this.#runIds.set(workflowId, (this.#runIds.get(workflowId) ?? new Set()).add(runId));
    };
  }

  async countOf(ref: RecordRef): Promise<Pick<WorkflowHistory, 'runs' | 'nudges' | 'historyEvents'>> {
    const workflowId = workflowIdOf(ref);
    const newest = await this.#server.environment.client.workflow.getHandle(workflowId).describe();
    const seen = new Set<string>();
    const waiting = [newest.runId, ...(this.#runIds.get(workflowId) ?? [])];
    const names: string[] = [];
    for (let runId = waiting.shift(); runId !== undefined; runId = waiting.shift()) {
      if (seen.has(runId)) continue;
      seen.add(runId);
      const { events } = await this.#server.environment.client.workflow.getHandle(workflowId, runId).fetchHistory();
      for (const event of events ?? []) {
        names.push(historyEventName(event));
        const before = event.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
        if (before !== undefined && before !== null && before !== '') waiting.push(before);
      }
    }
    return { runs: seen.size, nudges: this.#nudges.get(workflowId) ?? 0, historyEvents: tally(names) };
  }
}

/** The name of a history event is the name of its attributes: `workflowTaskScheduledEventAttributes`. */
function historyEventName(event: object): string {
  const attributes = Object.entries(event).find(([key, value]) => key.endsWith('EventAttributes') && value !== null);
  if (!attributes) throw new Error(`a history event without attributes: ${JSON.stringify(event)}`);
  return attributes[0].replace(/EventAttributes$/u, '');
}

const nameOf = (event: AnyEvent): string => {
  const step = stepOf(event);
  return typeof step === 'string' ? `${event.type} (${step})` : event.type;
};

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
