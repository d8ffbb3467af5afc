import { definitionOf, transact, type AnyEvent, type KeptState, type RecordChange } from '#libs/domain';
import { calendarOf, profileOf, rulesOf } from '#libs/profiles';
import type { Committed } from '../invariants.ts';

const today = '2026-04-02';

/** A case just opened by the real rules, and the world it was committed in. @throws when the rules refuse it */
export function caseOpened(): {
  readonly change: RecordChange;
  readonly committed: Committed & { fold(log: readonly AnyEvent[]): KeptState };
} {
  const profile = profileOf('higashiagatsuma', { demo: true });
  const [rules, calendar] = [rulesOf(profile, today), calendarOf(profile, today)];
  const actor = { kind: 'person', membershipId: 'aoi', agency: 'houkatsu', posts: ['staff'] } as const;
  const nowMs = calendar.opensAtMs(today);
  const command = {
    type: 'open-case',
    caseNumber: 'R8-001',
    receivedOn: today,
    point: 'houkatsu',
    version: 'withoutConsent',
    urgent: false,
    concerns: ['care'],
    worstConcern: 'care',
    triedSchemes: [],
    persons: [{ id: 'person-1', role: 'person', relation: 'self', birthYear: 1944, nameText: 'text-1' }],
    storyText: 'text-2',
    reporterText: null,
    contactRulesText: null,
  };
  const ref = { municipality: rules.municipality, kind: 'support-case', id: 'case-1' } as const;
  const verdict = transact({ ref, command }, new Map(), { nowMs, today, calendar, rules, actor }, definitionOf);
  const change = verdict.kind === 'changes' ? verdict.changes[0] : undefined;
  if (!change) throw new Error(`the case was not opened: ${JSON.stringify(verdict)}`);
  const definition = definitionOf(ref.kind);
  const fold = (log: readonly AnyEvent[]): KeptState =>
    log.reduce<KeptState | undefined>((state, event) => definition.apply(state, event), undefined) ?? change.after;
  return { change, committed: { actor, nowMs, rules, fold } };
}
