import type { CaseState } from '#libs/domain';
import { textIdsIn } from '#libs/persistence';
import type { LoggedEvent } from '../../records/history-view.ts';
import type { CaseReading } from './case-reading.ts';

/** Among the contacts lie those of 支援会議での検討 and those of モニタリング; which is which the log says. */
export const monitoredIn = (events: readonly LoggedEvent[]): ReadonlySet<unknown> =>
  new Set(events.filter(({ type }) => type === 'monitoring-recorded').map(({ payload }) => payload['entryId']));

/** Which texts of the case's state this viewer may read; what is in none of these areas nobody reads. */
export function readableCaseTexts(
  reading: CaseReading,
  state: CaseState,
  monitored: ReadonlySet<unknown> = new Set(),
): ReadonlySet<string> {
  const { intake, handoffs, plans, persons, track, contacts, tasks, sheets, evaluation } = state;
  const { reporterText, ...told } = intake;
  const readable: readonly unknown[] = [
    ...(reading.general ? [told] : []),
    ...(reading.reporter ? [{ reporterText }] : []),
    ...handoffs.filter(({ id }) => reading.handoff(id)),
    ...(reading.plans ? plans : []),
    ...persons.filter(({ id }) => reading.person(id)).map(({ nameText, consent }) => ({ nameText, consent })),
    ...(reading.track() ? [track, ...persons.map(({ supportTrackReasonText }) => ({ supportTrackReasonText }))] : []),
    ...contacts.filter(({ id, by }) => (monitored.has(id) ? reading.support(by) : reading.track(by))),
    ...tasks.filter(({ itemId, agency }) => reading.item(itemId, agency)),
    ...sheets.filter(({ agency }) => reading.sheet(agency)),
    ...(reading.support() ? [evaluation] : []),
  ];
  return new Set(readable.flatMap((part) => [...textIdsIn(part)]));
}
