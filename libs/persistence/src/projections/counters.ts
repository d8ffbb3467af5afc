import type { AnyEvent, CaseEvent, CaseState, KeptState, SittingEvent, SittingState } from '#libs/domain';

type Countable = CaseEvent | SittingEvent;
type Count<E> = (event: E, after: KeptState) => readonly string[];

/** Which counters of the 年度 an event raises (R77). The one place where it is said what is counted. */
const counts: { readonly [K in Countable['type']]?: Count<Extract<Countable, { type: K }>> } = {
  'case-opened': ({ intake }) =>
    intake.version === 'withoutConsent' ? ['intake', 'intake.withoutConsent'] : ['intake'],
  'advice-recorded': () => ['advice'],
  'handoff-advised': () => ['advice'],
  'sitting-held': (_event, after) => {
    const { kind, items } = after as SittingState;
    return [`sitting.${kind}`, ...items.map((item) => `item.${item.kind}`)];
  },
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
