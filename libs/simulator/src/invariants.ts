import {
  definitionOf,
  nextDueAtMs,
  somethingDue,
  stallOf,
  type Actor,
  type AnyEvent,
  type CaseState,
  type KeptState,
  type RecordChange,
} from '#libs/domain';

/** A promise of the design that a run broke. It names the record and the events that led there. */
export class BrokenInvariant extends Error {
  constructor(promise: string, change: RecordChange) {
    super(`${promise}: ${change.ref.kind} ${change.ref.id} after ${change.events.map(({ type }) => type).join(', ')}`);
    this.name = 'BrokenInvariant';
  }
}

/**
 * Checks one commit against what must always hold (design.md 1 sentence 5, 3): replaying the log gives the state; an open record has
 * an obligation with holder and date, an open case a lead agency; a closed one owes nothing; after `enforce` nothing is due; there is
 * at most one stall and it is never "no obligation". @throws BrokenInvariant
 */
export function checkChange(change: RecordChange, log: readonly AnyEvent[], actor: Actor, nowMs: number): void {
  const definition = definitionOf(change.ref.kind);
  const { after } = change;
  const promise = (holds: boolean, words: string): void => {
    if (!holds) throw new BrokenInvariant(words, change);
  };
  promise(JSON.stringify(refold(log, change)) === JSON.stringify(after), 'the log gives the stored state');
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
  if (change.ref.kind === 'support-case') promise((after as CaseState).leadAgency !== '', 'a case has a lead agency');
  if (actor.kind === 'clock') promise(!somethingDue(after, nowMs), 'after enforce nothing is due');
  promise(stallOf(owed, definition.isOpen(after), '')?.cause !== 'noObligation', 'no case is without an obligation');
}

function refold(log: readonly AnyEvent[], change: RecordChange): KeptState | undefined {
  const definition = definitionOf(change.ref.kind);
  return log.reduce<KeptState | undefined>((state, event) => definition.apply(state, event), undefined);
}
