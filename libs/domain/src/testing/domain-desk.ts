import { dateOfMs, msOfDate, type OfficeCalendar } from '#libs/calendar';
import type { CaseStanding, RecordKind, RecordRef, SittingStanding } from '#libs/contracts';
import type { CaseState } from '../case/case-state.ts';
import { definitionOf } from '../definitions.ts';
import type { Actor } from '../record/actor.ts';
import type { Context } from '../record/context.ts';
import type { KeptState } from '../record/keeping.ts';
import { withEntries, type LeftEntry } from '../record/leaving.ts';
import type { Notice } from '../record/notice.ts';
import { nextDueAtMs, type Obligation, type ObligationKind } from '../record/obligation.ts';
import { counted } from '../record/said-of-events.ts';
import type { Stall } from '../record/stall.ts';
import { touches, transact, type AnyEvent, type RecordChange, type Verdict } from '../record/transact.ts';
import type { MunicipalityRules } from '../rules/municipality-rules.ts';
import type { SittingState } from '../sitting/sitting-state.ts';
import { clock, coordinator, membersOf, workflow } from './town-people.ts';
import { townCalendar, townRules } from './town-rules.ts';

export interface Said {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface SentNotice {
  readonly ref: RecordRef;
  readonly on: string;
  readonly notice: Notice;
}

const idPrefixes: Readonly<Record<RecordKind, string>> = { 'support-case': 'case', sitting: 'sitting' };

/** Records and a clock in memory, moved by `transact` alone, as the executor moves them. No procedures: their commands are given by hand. */
export class DomainDesk {
  readonly states = new Map<string, KeptState>();
  readonly logs = new Map<string, AnyEvent[]>();
  /** What has left the states, by record. */
  readonly left = new Map<string, LeftEntry[]>();
  readonly refs = new Map<string, RecordRef>();
  readonly notices: SentNotice[] = [];
  rules: MunicipalityRules;
  calendar: OfficeCalendar;
  nowMs: number;
  #ids = 0;
  #seen: (change: RecordChange, actor: Actor) => void;

  constructor(
    settings: { on?: string; rules?: MunicipalityRules; seen?: (change: RecordChange, actor: Actor) => void } = {},
  ) {
    this.rules = settings.rules ?? townRules();
    this.calendar = townCalendar;
    this.nowMs = msOfDate(settings.on ?? '2026-06-01', '10:00');
    this.#seen = settings.seen ?? ((): void => undefined);
  }

  get today(): string {
    return dateOfMs(this.nowMs);
  }

  /** `id('text')` gives `text-1`, `text-2`, … */
  id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}-${String(this.#ids)}`;
  }

  newRef(kind: RecordKind): RecordRef {
    return { municipality: 'town', kind, id: this.id(idPrefixes[kind]) };
  }

  /** Every record of one kind, in the order they began. */
  refsOf(kind: RecordKind): readonly RecordRef[] {
    return [...this.refs.values()].filter((ref) => ref.kind === kind);
  }

  context(actor: Actor = coordinator): Context {
    return {
      nowMs: this.nowMs,
      today: this.today,
      calendar: this.calendar,
      rules: this.rules,
      actor,
      members: membersOf(this.rules),
      siblings: this.refsOf('sitting').map((ref) => this.sitting(ref)),
    };
  }

  /** Decides one order and, when it is not refused, writes what it changes. */
  give(ref: RecordRef, command: Said, actor: Actor = coordinator, expects?: number): Verdict {
    const verdict = this.ask(ref, command, actor, expects);
    if (verdict.kind === 'changes') for (const change of verdict.changes) this.#write(change, actor);
    return verdict;
  }

  /** Decides one order and writes nothing. */
  ask(ref: RecordRef, command: Said, actor: Actor = coordinator, expects?: number): Verdict {
    const order = { ref, command, ...(expects === undefined ? {} : { expects }) };
    const ctx = this.context(actor);
    const known = touches(order, this.states.get(ref.id), definitionOf, ctx);
    const states = new Map(
      known.flatMap(({ id }) => {
        const state = this.states.get(id);
        return state ? [[id, state] as const] : [];
      }),
    );
    return transact(order, states, ctx, definitionOf);
  }

  /** Gives an order that has to be done. @throws when it is not. */
  done(ref: RecordRef, command: Said, actor: Actor = coordinator): void {
    const verdict = this.give(ref, command, actor);
    if (verdict.kind !== 'changes') throw new Error(`${command.type}: ${JSON.stringify(verdict)}`);
  }

  /** The code an order would be refused with now, or `done`. */
  answer(ref: RecordRef, command: Said, actor: Actor = coordinator): string {
    const verdict = this.ask(ref, command, actor);
    return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind === 'stale' ? 'stale' : 'done';
  }

  /** A procedure's own command, which has to be done. */
  system(ref: RecordRef, type: string): void {
    this.done(ref, { type }, workflow);
  }

  /** What the clock does to a record now. */
  enforce(ref: RecordRef): Verdict {
    return this.give(ref, { type: 'enforce' }, clock);
  }

  /** Moves the clock on, each ladder step being taken at its own instant. */
  passTo(date: string, time = '10:00'): void {
    const until = msOfDate(date, time);
    for (;;) {
      const next = [...this.refs.values()]
        .map((ref) => ({ ref, atMs: nextDueAtMs(this.state(ref).obligations) }))
        .filter((one): one is { ref: RecordRef; atMs: number } => one.atMs !== null && one.atMs <= until)
        .toSorted((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      this.nowMs = Math.max(this.nowMs, next.atMs);
      const verdict = this.enforce(next.ref);
      if (verdict.kind !== 'changes' || verdict.changes.length === 0)
        throw new Error(`${next.ref.id} was due and nothing was done about it: the clock would never go on`);
    }
    this.nowMs = Math.max(this.nowMs, until);
  }

  passOpenDays(days: number): void {
    this.passTo(this.calendar.addOpenDays(this.today, days));
  }

  /** Counters that the record's events since `seq` raised. */
  counted(ref: RecordRef, since = 0): readonly string[] {
    return counted(definitionOf(ref.kind), (this.logs.get(ref.id) ?? []).slice(since), this.state(ref), this.context());
  }

  /** The 開庁日 that many after today. */
  ahead(days: number): string {
    return this.calendar.addOpenDays(this.today, days);
  }

  state(ref: Pick<RecordRef, 'id'>): KeptState {
    const state = this.states.get(ref.id);
    if (!state) throw new Error(`no record ${ref.id}`);
    return state;
  }

  case(ref: Pick<RecordRef, 'id'>): CaseState {
    return this.state(ref) as CaseState;
  }

  /** The case with all that ever stood in its lists. */
  wholeCase(ref: Pick<RecordRef, 'id'>): CaseState {
    return withEntries(this.case(ref), this.left.get(ref.id) ?? []);
  }

  sitting(ref: Pick<RecordRef, 'id'>): SittingState {
    return this.state(ref) as SittingState;
  }

  standing(ref: RecordRef): CaseStanding {
    return definitionOf(ref.kind).standing(this.state(ref), { rules: this.rules }) as CaseStanding;
  }

  sittingStanding(ref: RecordRef): SittingStanding {
    return definitionOf(ref.kind).standing(this.state(ref), { rules: this.rules }) as SittingStanding;
  }

  stall(ref: RecordRef): Stall | undefined {
    return definitionOf(ref.kind).stall(this.state(ref));
  }

  /** Kinds of what is owed now. */
  owed(ref: RecordRef): readonly ObligationKind[] {
    return Object.values(this.state(ref).obligations).map(({ kind }) => kind);
  }

  /** The one open obligation of a kind. @throws when there is none or more than one. */
  obligation(ref: RecordRef, kind: ObligationKind): Obligation {
    const found = Object.values(this.state(ref).obligations).filter((one) => one.kind === kind);
    if (found.length !== 1 || !found[0])
      throw new Error(`${String(found.length)} of ${kind}: ${this.owed(ref).join()}`);
    return found[0];
  }

  /** Types of the record's events since `seq`, without those of its keeping. */
  eventTypes(ref: RecordRef, since = 0): readonly string[] {
    return (this.logs.get(ref.id) ?? [])
      .slice(since)
      .flatMap(({ type }) => (type.startsWith('obligation-') ? [] : [type]));
  }

  /** `2026-06-02 reminder shakyo/head` for each notice of a record. */
  told(ref: RecordRef, ...kinds: readonly Notice['kind'][]): readonly string[] {
    return this.notices
      .filter((one) => one.ref.id === ref.id && (kinds.length === 0 || kinds.includes(one.notice.kind)))
      .map(({ on, notice: { kind, recipient } }) => `${on} ${kind} ${recipient.agency}/${recipient.to}`);
  }

  #write(change: RecordChange, actor: Actor): void {
    const { ref, after, events, left, notices } = change;
    this.states.set(ref.id, after);
    this.refs.set(ref.id, ref);
    this.logs.set(ref.id, [...(this.logs.get(ref.id) ?? []), ...events]);
    this.left.set(ref.id, [...(this.left.get(ref.id) ?? []), ...left]);
    this.notices.push(...notices.map((notice) => ({ ref, on: this.today, notice })));
    this.#seen(change, actor);
  }
}
