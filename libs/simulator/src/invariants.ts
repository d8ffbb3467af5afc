import type { RecordKind, RecordRef } from '#libs/contracts';
import {
  consentedPersons,
  consentHolds,
  definitionOf,
  legalMoves,
  nextDueAtMs,
  somethingDue,
  type Actor,
  type AnyEvent,
  type CaseEvent,
  type CaseState,
  type KeptState,
  type MunicipalityRules,
  type RecordChange,
} from '#libs/domain';

/** A promise of the design that a run broke. It names the record and the events that led there. */
export class BrokenInvariant extends Error {
  constructor(promise: string, change: Pick<RecordChange, 'ref' | 'events'>) {
    super(`${promise}: ${change.ref.kind} ${change.ref.id} after ${change.events.map(({ type }) => type).join(', ')}`);
    this.name = 'BrokenInvariant';
  }
}

/** The world a change was committed in. */
export interface Committed {
  readonly actor: Actor;
  readonly nowMs: number;
  readonly rules: MunicipalityRules;
}

/**
 * Checks one commit against what must always hold (design.md 1 sentence 5, 3): its events give the state; an open record has
 * an obligation with holder and date, a case a lead agency; a closed one owes nothing; after `enforce` nothing is due; only agencies
 * are told; a case makes no illegal jump and nobody is on a 重層的支援会議 without a consent. @throws BrokenInvariant
 */
export function checkChange(change: RecordChange, { actor, nowMs, rules }: Committed): void {
  const definition = definitionOf(change.ref.kind);
  const { after } = change;
  const promise = (holds: boolean, words: string): void => {
    if (!holds) throw new BrokenInvariant(words, change);
  };
  promise(
    JSON.stringify(folded(change.ref, change.events, change.before)) === JSON.stringify(after),
    'the events give the stored state',
  );
  const owed = Object.values(after.obligations);
  if (definition.isOpen(after)) {
    promise(owed.length > 0, 'an open record has a next obligation');
    promise(
      owed.every(({ holder, dueOn }) => holder.agency !== '' && dueOn !== ''),
      'an obligation has a holder and a date',
    );
  } else {
    promise(owed.length === 0, 'a closed record owes nothing');
    promise(nextDueAtMs(after.obligations) === null, 'a closed record has no live date');
  }
  if (actor.kind === 'clock') promise(!somethingDue(after, nowMs), 'after enforce nothing is due');
  promise(
    change.notices.every(({ recipient }) => rules.agencies.some(({ code }) => code === recipient.agency)),
    'only agencies are told, never anybody of a household',
  );
  more[change.ref.kind]?.(change, promise);
}

type Promised = (change: RecordChange, promise: (holds: boolean, words: string) => void) => void;
/** What must hold of a kind of record beside what holds for all. */
const more: Readonly<Record<RecordKind, Promised | null>> = { 'support-case': caseHolds, sitting: null };

/** What must hold of a case beside: a lead agency, no illegal jump (R10), nobody on the main line without a consent (R3). */
function caseHolds(change: RecordChange, promise: (holds: boolean, words: string) => void): void {
  promise((change.after as CaseState).leadAgency !== '', 'a case has a lead agency');
  let state = change.before as CaseState | undefined;
  for (const event of change.events as readonly (CaseEvent & AnyEvent)[]) {
    const next = definitionOf('support-case').apply(state, event) as CaseState;
    if (state && state.stage !== next.stage) {
      promise(
        legalMoves[state.stage][next.stage]?.includes(event.type) ?? false,
        `${state.stage} to ${next.stage} by ${event.type} is a legal move`,
      );
    }
    if (state && event.type === 'placed-on-sitting' && event.kind === 'planMeeting') {
      const named = state.persons.filter(({ id }) => event.personIds.includes(id));
      promise(
        named.length > 0 && named.every((one) => consentHolds(one, event.heldOn)),
        'a 重層的支援会議 takes only those who consent',
      );
    }
    if (state && event.type === 'support-decided') {
      promise(consentedPersons(state, event.decidedOn).length > 0, 'no plan is decided without a consent');
    }
    state = next;
  }
}

const folded = ({ kind }: RecordRef, events: readonly AnyEvent[], from?: KeptState): KeptState | undefined =>
  events.reduce((state, event) => definitionOf(kind).apply(state, event), from);

/** Replaying a whole log gives the state that was reached commit by commit. @throws BrokenInvariant */
export function checkLog(ref: RecordRef, log: readonly AnyEvent[], state: KeptState): void {
  if (JSON.stringify(folded(ref, log)) !== JSON.stringify(state))
    throw new BrokenInvariant('the log gives the stored state', { ref, events: log });
}
