import type { CaseState } from '#libs/domain';
import type { CaseReading } from './case-reading.ts';

/**
 * Is it told that this is owed? What is owed because somebody took a consent back, or gave one that waits for its confirmation, belongs to
 * that person's area: it is for who may read of the person, and for who owes it.
 */
export function seesOwedAboutPerson(reading: CaseReading, { withdrawals }: CaseState, key: string): boolean {
  const [kind, about = '', recipient] = key.replace(toTell, '').split('/');
  switch (kind) {
    case 'tell-recipients':
    case 'withdrawal-confirmation': {
      const withdrawal = withdrawals.find(({ id }) => id === about);
      return (
        (reading.agency !== undefined && recipient === reading.agency) ||
        (withdrawal !== undefined && seesWithdrawal(reading, withdrawal))
      );
    }
    case 'consent-confirmation':
      return reading.person(about);
    default:
      return true;
  }
}

/** The step of the procedure: `next-step/tell-recipients/<withdrawal>`. */
const toTell = /^next-step\//u;

/** A withdrawal is for who reads of the person, and for those who are to be told of it (R7). */
export const seesWithdrawal = (
  reading: CaseReading,
  { personId, agencies }: CaseState['withdrawals'][number],
): boolean => reading.person(personId) || (reading.agency !== undefined && agencies.includes(reading.agency));
