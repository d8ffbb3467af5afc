import { agencyOfActor, type CaseState } from '#libs/domain';
import type { LoggedEvent, TellOf, Telling } from '../../records/history-view.ts';
import type { CaseReading } from './case-reading.ts';

const onTrack: ReadonlySet<string> = new Set([
  'candidate-raised',
  'candidate-confirmed',
  'candidate-dismissed',
  'pre-contact-recorded',
  'contact-recorded',
  'track-reviewed',
]);
const ofSupport: ReadonlySet<string> = new Set(['monitoring-recorded', 'evaluation-recorded', 'follow-up-recorded']);
const ofPerson: ReadonlySet<string> = new Set([
  'consent-recorded',
  'consent-withdrawn',
  'main-line-joined',
  'support-meeting-allowed',
]);

/** How much of each line of a case's history this viewer is told: of one person's consent, one つなぎ, one agenda item, as of the thing itself. */
export function caseTelling(reading: CaseReading, state: CaseState, events: readonly LoggedEvent[]): TellOf {
  const agenciesOf = new Map(
    events
      .filter(({ type }) => type === 'placed-on-sitting')
      .map(({ payload }) => [payload['itemId'], payload['agencies'] as readonly string[]]),
  );
  const ofItem = (itemId: string, writtenBy?: string): Telling =>
    reading.item(itemId, writtenBy) ? 'all' : reading.seesItem(agenciesOf.get(itemId) ?? []) ? 'happened' : 'nothing';
  const ofWithdrawal = (ids: readonly unknown[]): Telling =>
    state.withdrawals.some((one) => ids.includes(one.id) && seesWithdrawal(reading, one)) ? 'all' : 'nothing';
  const happened = (isReadable: boolean): Telling => (isReadable ? 'all' : 'happened');

  return ({ type, payload, actor }) => {
    const { handoffId, personId, itemId, taskId, withdrawalId, withdrawalIds } = payload;
    if (typeof handoffId === 'string')
      return reading.handoff(handoffId) ? 'all' : reading.work ? 'happened' : 'nothing';
    if (!reading.work) return 'nothing';
    const writer = agencyOfActor(actor);
    if (ofPerson.has(type) && typeof personId === 'string') {
      if (!reading.person(personId)) return 'nothing';
      return happened(type !== 'support-meeting-allowed' || reading.track(writer));
    }
    if (type === 'withdrawal-told') return ofWithdrawal(Array.isArray(withdrawalIds) ? withdrawalIds : []);
    if (type === 'withdrawal-confirmed') return ofWithdrawal([withdrawalId]);
    if (typeof itemId === 'string') return ofItem(itemId);
    if (type === 'task-finished') {
      const task = state.tasks.find(({ id }) => id === taskId);
      return task ? ofItem(task.itemId, task.agency) : 'nothing';
    }
    if (onTrack.has(type)) return happened(reading.track(writer));
    if (ofSupport.has(type)) return happened(reading.support(writer));
    if (type.startsWith('obligation-')) return 'all';
    return happened(reading.general);
  };
}

/** A withdrawal is for who reads of the person, and for those who are to be told of it (R7). */
export const seesWithdrawal = (
  reading: CaseReading,
  { personId, agencies }: CaseState['withdrawals'][number],
): boolean => reading.person(personId) || (reading.agency !== undefined && agencies.includes(reading.agency));
