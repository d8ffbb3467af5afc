import type { AnySittingCommand } from '#libs/domain';
import {
  clockOnly,
  convening,
  coordinating,
  grant,
  linkedOnly,
  presiding,
  signedIn,
  workflowOnly,
  type Grant,
} from './grants.ts';

/** A contractor may prepare a 支援会議, but not call it (R23). */
const preparing: readonly Grant[] = [coordinating, grant(['coordinator', 'manager'], ['competentSection'])];

/** Who may give which command to a sitting. Its basis is that of its items: 106条の6 as soon as one rests on it. */
export const sittingTable = {
  'open-sitting': preparing,
  'add-item': preparing,
  'remove-item': preparing,
  'take-off-item': preparing,
  'call-sitting': convening,
  'add-invitee': convening,
  'move-sitting': convening,
  'cancel-sitting': convening,
  // by the own link, by the invited agency itself, or typed in by the secretariat
  'answer-invitation': [
    grant(['invitee'], ['itemMember']),
    grant(signedIn, ['itemMember']),
    coordinating,
    grant(['coordinator'], ['competentSection']),
  ],
  // of the own agency; for one without account the secretariat
  'acknowledge-secrecy': [grant(signedIn, ['itemMember']), coordinating, grant(['coordinator'], ['competentSection'])],
  'release-disposition': presiding,
  'read-with-reason': [grant(['manager', 'deputy'], ['competentSection'])],
  'hold-sitting': presiding,
  'give-disposition': presiding,
  'freeze-item': linkedOnly,
  'send-invitations': workflowOnly,
  'open-phone-tasks': workflowOnly,
  'tell-required-absence': workflowOnly,
  'close-sitting': workflowOnly,
  'finish-call': preparing,
  'report-undelivered': clockOnly,
  enforce: clockOnly,
  'redate-obligations': [...clockOnly, ...preparing],
} as const satisfies Record<AnySittingCommand['type'], readonly Grant[]>;
