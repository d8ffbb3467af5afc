import { assertNever } from '#libs/domain';
import type { DueInvitation, DueNotice } from './due-notice.ts';

/** `send` it now, `drop` it as overtaken, or look again `later` because a word said before is still on its way. */
export type Wanted = 'send' | 'drop' | 'later';

/**
 * Is the notice still true and of use at the moment of sending? A closed case does not nag, an older date is not told, and nobody is
 * asked for what was given meanwhile (R32, product-rules 15).
 */
export function stillWanted(notice: DueNotice): Wanted {
  switch (notice.kind) {
    // Word of what happened: true for ever, and somebody waits for it.
    case 'handoff-accepted':
    case 'handoff-declined':
    case 'handoff-advised':
    case 'handoff-withdrawn':
    case 'meeting-request-answered':
    case 'agency-released':
    case 'sharing-changed':
      return 'send';
    case 'handoff-sent':
    case 'reminder':
    case 'escalation':
    case 'candidate-raised':
    case 'sheet-asked':
    case 'role-told':
    case 'work-waiting':
      return notice.recordOpen && notice.owed ? 'send' : 'drop';
    case 'required-absence':
      return notice.sitting?.stage === 'called' ? 'send' : 'drop';
    case 'reply-reminder':
      return isCurrent(notice) && notice.owed && notice.invitation?.answered === false ? 'send' : 'drop';
    case 'invitation':
      return isCurrent(notice) ? 'send' : 'drop';
    case 'invitation-moved':
      return isCurrent(notice) ? afterEarlier(notice.invitation, 'send') : 'drop';
    case 'invitation-cancelled':
      // Who never heard of the sitting does not hear of its end.
      return notice.sitting?.stage === 'cancelled' ? afterEarlier(notice.invitation, 'drop') : 'drop';
    default:
      return assertNever(notice.kind);
  }
}

/** Does it tell of the sitting's present date and place, and is the sitting still to be held? */
const isCurrent = ({ sitting, invitation }: DueNotice): boolean =>
  sitting?.stage === 'called' && invitation?.sequence === sitting.sequence;

/** An earlier word that is queued may be in the mail server's hands this moment: which of the two is said first must not be left to chance. */
function afterEarlier(invitation: DueInvitation | null, ifNeverTold: Wanted): Wanted {
  if (invitation?.earlier.includes('queued')) return 'later';
  return wasTold(invitation) ? 'send' : ifNeverTold;
}

/** Did the recipient hear of this invitation before, by mail or by phone? */
export const wasTold = (invitation: DueInvitation | null): boolean =>
  invitation?.earlier.some((state) => state === 'sent' || state === 'phone') === true;
