import type { CaseState } from '#libs/domain';
import { textIdsIn } from '#libs/persistence';
import type { CaseReading } from './case-reading.ts';

/** Which texts of the case's state this viewer may read; what is in none of these areas nobody reads. */
export function readableCaseTexts(reading: CaseReading, state: CaseState): ReadonlySet<string> {
  const {
    intake,
    handoffs,
    plans,
    persons,
    track,
    contacts,
    monitoringEntries,
    tasks,
    sheets,
    evaluation,
    withdrawals,
  } = state;
  const { reporterText, contactRulesText, ...told } = intake;
  const readable: readonly unknown[] = [
    ...(reading.story ? [told] : []),
    ...(reading.contactRules ? [{ contactRulesText }] : []),
    ...(reading.reporter ? [{ reporterText }] : []),
    ...handoffs.filter(({ id }) => reading.handoff(id)),
    ...(reading.plans ? plans : []),
    ...persons.filter(({ id }) => reading.person(id)).map(({ nameText, consent }) => ({ nameText, consent })),
    ...(reading.track() ? [track, ...persons.map(({ supportTrackReasonText }) => ({ supportTrackReasonText }))] : []),
    ...contacts.filter(({ by }) => reading.track(by)),
    ...monitoringEntries.filter(({ by }) => reading.support(by)),
    ...tasks.filter(({ itemId, agency }) => reading.item(itemId, agency)),
    ...sheets.filter(({ agency }) => reading.sheet(agency)),
    ...(reading.support() ? [evaluation] : []),
    ...withdrawals.filter(({ personId }) => reading.person(personId)),
  ];
  return new Set(readable.flatMap((part) => [...textIdsIn(part)]));
}
