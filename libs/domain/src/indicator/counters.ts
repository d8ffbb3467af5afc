import type { CaseState } from '../case/case-state.ts';
import type { CaseEvent } from '../case/case.events.ts';
import type { KeptState } from '../record/keeping.ts';
import type { AnyEvent } from '../record/transact.ts';
import type { SittingState } from '../sitting/sitting-state.ts';
import { sittingHeld } from '../sitting/course/hold-sitting.ts';
import type { SittingEvent } from '../sitting/sitting-events.ts';

type Countable = CaseEvent | SittingEvent;
type Count<E> = (event: E, after: KeptState) => readonly string[];

/** Which counters of the 年度 an event raises (R49, R53). The one place where it is said what is counted. */
const counts: { readonly [K in Countable['type']]?: Count<Extract<Countable, { type: K }>> } = {
  'case-opened': ({ intake }) =>
    intake.version === 'withoutConsent' ? ['intake', 'intake.withoutConsent'] : ['intake'],
  'advice-recorded': () => ['advice'],
  'handoff-advised': () => ['advice'],
  'sitting-held': (event, after) => sittingHeld.counts?.(event, after as SittingState) ?? [],
  'support-decided': (_event, after) => [(after as CaseState).round > 1 ? 'plan.replan' : 'plan.new'],
  'support-ended': () => ['closure'],
  'support-interrupted': () => ['interruption'],
};

/** The counters that these events of one record raise; a name stands as often as it is raised. */
export function counted(events: readonly AnyEvent[], after: KeptState): readonly string[] {
  return events.flatMap((event) => {
    const count = counts[event.type as Countable['type']] as Count<AnyEvent> | undefined;
    return count?.(event, after) ?? [];
  });
}
