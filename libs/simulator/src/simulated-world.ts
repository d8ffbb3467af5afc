import { dateOfMs, fiscalYearOf, type OfficeCalendar } from '#libs/calendar';
import type { RecordKind, RecordRef, Standing, SystemCommand, SystemCommandAnswer } from '#libs/contracts';
import {
  counted,
  definitionOf,
  isBeginning,
  nextDueAtMs,
  numberingOf,
  touches,
  transact,
  type Actor,
  type AnyEvent,
  type Context,
  type KeptState,
  type MunicipalityRules,
  type Notice,
  type RecordChange,
  type StateOf,
  type Verdict,
} from '#libs/domain';
import { checkChange, checkLog } from './invariants.ts';
import { membersOf } from './members.ts';
import { RecordFollowers } from './record-followers.ts';

export interface LoggedEvent {
  readonly ref: RecordRef;
  readonly atMs: number;
  readonly actor: Actor['kind'];
  readonly event: AnyEvent;
}

export interface WorldSettings {
  readonly municipality: string;
  readonly rules: MunicipalityRules;
  readonly calendar: OfficeCalendar;
  readonly startMs: number;
  /** Check the invariants of design.md 1 and 3 after every commit; on unless told otherwise. */
  readonly checked?: boolean;
  /** Run the procedures beside the records, as Temporal would; on unless told otherwise. */
  readonly followed?: boolean;
}

/**
 * Records, clock and procedures in memory: the same domain, the same procedures, a clock that only moves when told.
 * Everything is deterministic: the same orders at the same times give the same log.
 */
export class SimulatedWorld {
  readonly #settings: WorldSettings;
  readonly #states = new Map<string, KeptState>();
  readonly #refs = new Map<string, RecordRef>();
  readonly #followers = new RecordFollowers((ref, command) => this.give(ref, command));
  readonly #counters = new Map<string, number>();
  readonly #logs = new Map<string, AnyEvent[]>();
  readonly log: LoggedEvent[] = [];
  /** Names of the counters that were raised, one entry each time. */
  readonly counters: string[] = [];
  readonly notices: { readonly ref: RecordRef; readonly atMs: number; readonly notice: Notice }[] = [];
  #nowMs: number;
  #commits = 0;

  constructor(settings: WorldSettings) {
    this.#settings = settings;
    this.#nowMs = settings.startMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get today(): string {
    return dateOfMs(this.#nowMs);
  }

  get rules(): MunicipalityRules {
    return this.#settings.rules;
  }

  get calendar(): OfficeCalendar {
    return this.#settings.calendar;
  }

  /** The state of a record. @throws when there is none: the caller opened it. */
  stateOf(ref: Pick<RecordRef, 'id'>): KeptState {
    const state = this.#states.get(ref.id);
    if (!state) throw new Error(`no record ${ref.id}`);
    return state;
  }

  /** Every record that is not closed, in the order it was opened. */
  openRecords(): readonly RecordRef[] {
    return [...this.#refs.values()].filter((ref) => definitionOf(ref.kind).isOpen(this.stateOf(ref)));
  }

  /** The states of the open records of one kind, in the order they were opened. */
  openOf<K extends RecordKind>(kind: K): readonly StateOf<K>[] {
    return this.openRecords()
      .filter((ref) => ref.kind === kind)
      .map((ref) => this.stateOf(ref) as StateOf<K>);
  }

  /** The states of all records of one kind that there ever were, in the order they were opened. */
  everyOf<K extends RecordKind>(kind: K): readonly StateOf<K>[] {
    return [...this.#refs.values()].filter((ref) => ref.kind === kind).map((ref) => this.stateOf(ref) as StateOf<K>);
  }

  /** The record's own events from the first. */
  eventsOf(ref: Pick<RecordRef, 'id'>): readonly AnyEvent[] {
    return this.#logs.get(ref.id) ?? [];
  }

  /** Gives one order and lets the procedures do what follows from it. */
  async order(ref: RecordRef, command: { readonly type: string }, actor: Actor): Promise<Verdict> {
    const verdict = this.#commit(ref, this.#numbered(ref, command), actor);
    await this.settle();
    return verdict;
  }

  /** Moves the clock on, taking every ladder step at its own instant, as the follower's timer does. */
  async advanceTo(atMs: number): Promise<void> {
    for (;;) {
      const due = this.#earliestDue();
      if (!due || due.atMs > atMs) break;
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      this.enforce(due.ref);
      await this.settle();
    }
    this.#nowMs = Math.max(this.#nowMs, atMs);
    this.#followers.passTime();
    await this.settle();
  }

  /** The clock shows that instant and nothing more: whoever follows the records acts on it, as Temporal does. Never goes back. */
  clockShows(atMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  /** What the clock does to one record now; nothing when nothing is due. */
  enforce(ref: RecordRef): Standing {
    this.#commit(ref, { type: 'enforce' }, { kind: 'clock' });
    return this.standingOf(ref);
  }

  /** What a workflow's own command does now. */
  give(ref: RecordRef, command: SystemCommand): SystemCommandAnswer {
    const verdict = this.#commit(ref, command, { kind: 'workflow' });
    const standing = this.standingOf(ref);
    return verdict.kind === 'refused' ? { standing, refused: verdict.refusal.code } : { standing };
  }

  standingOf(ref: RecordRef): Standing {
    return definitionOf(ref.kind).standing(this.stateOf(ref), { rules: this.rules });
  }

  /** The log of every record gives its state, folded from the first event. @throws BrokenInvariant */
  checkLogs(): void {
    for (const ref of this.#refs.values()) checkLog(ref, this.eventsOf(ref), this.stateOf(ref));
  }

  /** Resolves when the procedures have nothing more to do at this instant. */
  async settle(): Promise<void> {
    let before: number;
    do {
      before = this.#commits;
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#commits !== before);
  }

  #commit(ref: RecordRef, command: { readonly type: string }, actor: Actor): Verdict {
    const order = { ref, command };
    const ctx = this.#context(actor);
    const known = touches(order, this.#states.get(ref.id), definitionOf, ctx);
    const states = new Map(
      known.flatMap(({ id }) => (this.#states.has(id) ? [[id, this.stateOf({ id })] as const] : [])),
    );
    const verdict = transact(order, states, ctx, definitionOf);
    if (verdict.kind === 'changes') for (const change of verdict.changes) this.#write(change, actor);
    return verdict;
  }

  #write(change: RecordChange, actor: Actor): void {
    const { ref, after } = change;
    this.#commits += 1;
    this.#states.set(ref.id, after);
    this.#refs.set(ref.id, ref);
    this.#logs.set(ref.id, [...(this.#logs.get(ref.id) ?? []), ...change.events]);
    for (const event of change.events) this.log.push({ ref, atMs: this.#nowMs, actor: actor.kind, event });
    this.counters.push(...counted(definitionOf(ref.kind), change.events, after, this.#context(actor)));
    for (const notice of change.notices) this.notices.push({ ref, atMs: this.#nowMs, notice });
    if (this.#settings.checked !== false) checkChange(change, { actor, nowMs: this.#nowMs, rules: this.rules });
    if (this.#settings.followed !== false) this.#followers.show(ref, this.standingOf(ref));
  }

  #context(actor: Actor): Context {
    const { today, calendar, rules } = this;
    const siblings = this.everyOf('sitting');
    return { nowMs: this.#nowMs, today, calendar, rules, actor, members: membersOf(rules), siblings };
  }

  /** What the executor's counters give: case numbers per 年度. */
  #numbered({ id, kind }: RecordRef, command: { readonly type: string }): { readonly type: string } {
    if (this.#states.has(id) || !isBeginning(command, definitionOf(kind))) return command;
    const numbering = numberingOf(kind);
    if (!numbering) return command;
    const year = fiscalYearOf(this.today);
    const name = `${numbering.counter}/${year}`;
    const next = (this.#counters.get(name) ?? 0) + 1;
    this.#counters.set(name, next);
    return { ...command, ...numbering.given(year, next) };
  }

  #earliestDue(): { readonly ref: RecordRef; readonly atMs: number } | undefined {
    let earliest: { readonly ref: RecordRef; readonly atMs: number } | undefined;
    for (const ref of this.openRecords()) {
      const atMs = nextDueAtMs(this.stateOf(ref).obligations);
      if (atMs !== null && (!earliest || atMs < earliest.atMs)) earliest = { ref, atMs };
    }
    return earliest;
  }
}
