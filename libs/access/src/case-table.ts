import type { AnyCaseCommand } from '#libs/domain';
import {
  carrying,
  clockOnly,
  coordinating,
  grant,
  grounds,
  linkedOnly,
  takingPart,
  workers,
  workflowOnly,
  type Grant,
} from './grants.ts';
import type { Basis } from './question.ts';

const newcomers = grant(workers, ['none', 'competentSection', 'coordinatingBody']);
const receiver = grant(workers, ['handoffReceiver']);
/** The grounds of 支援会議での検討: an item of it, or the own record. */
const onTrack: readonly Basis[] = ['supportMeeting106_6', 'ownRecord'];
const managing = grant(['manager'], ['competentSection']);
/** What the chair decides; the deputy in the chair's place (代決・職務代理), and the record says so. */
const deciding = grant(['manager', 'deputy'], ['competentSection']);

/** Who may give which command to a case. */
export const caseTable = {
  // 相談受付
  'open-case': [newcomers],
  'record-advice-only': [coordinating],
  'screen-case': [grant(workers, ['lead']), coordinating],
  'mark-urgent': [grant(workers, [...takingPart, 'handoffReceiver']), coordinating, managing],
  // the new text replaces the old one: whoever may not read that may not write over it
  'change-contact-rules': [grant(workers, carrying, grounds), coordinating],
  'set-person-in-charge': [grant(['head', 'coordinator'], ['lead']), coordinating],
  'release-agency': [grant(workers, ['lead']), coordinating],
  'reopen-case': [grant(workers, ['lead']), coordinating],
  // つなぎ: only the receiving agency answers, whoever else may move the case (R12); for one without account the secretariat enters it
  'send-handoff': [grant(workers, carrying), coordinating],
  'accept-handoff': [receiver],
  'decline-handoff': [receiver],
  'advise-on-handoff': [receiver],
  'withdraw-handoff': [grant(workers, carrying), coordinating],
  // 本人同意
  'record-consent': [grant(workers, carrying), coordinating],
  'confirm-consent': [grant(workers, ['lead']), coordinating],
  'withdraw-consent': [grant(workers, carrying), coordinating],
  'confirm-withdrawal': [grant(workers, takingPart), coordinating],
  'allow-support-meeting': [deciding],
  // 支援会議での検討
  'confirm-candidate': [deciding],
  'dismiss-candidate': [deciding],
  'record-pre-contact': [grant(workers, takingPart, onTrack), coordinating],
  'record-contact': [grant(workers, takingPart, onTrack), coordinating],
  // … and the manager may end it after a refusal (R8)
  'review-track': [grant(workers, ['lead'], onTrack), coordinating, deciding],
  'finish-task': [grant(workers, takingPart), coordinating],
  // 案件化の依頼: by whoever carries the case and opens no sitting; the secretariat answers
  'request-meeting': [grant(['staff', 'head'], carrying)],
  'withdraw-meeting-request': [grant(['staff', 'head'], carrying), coordinating],
  'decline-meeting-request': [coordinating],
  // given by a sitting
  'place-on-sitting': linkedOnly,
  'move-placement': linkedOnly,
  'drop-placement': linkedOnly,
  'change-seats': linkedOnly,
  'leave-item': linkedOnly,
  'take-disposition': linkedOnly,
  // プランと支援決定: 起案 by the office's own people, the decision by the manager or the deputy
  'submit-sheet': [grant(workers, takingPart), coordinating],
  'finish-assessment': [coordinating],
  'draft-plan': [coordinating],
  'explain-plan': [grant(workers, ['lead']), coordinating],
  'draft-approval': [grant(workers, ['competentSection'])],
  'read-plan-with-reason': [deciding],
  'decide-support': [deciding],
  // 支援
  'acknowledge-role': [grant(workers, takingPart), coordinating],
  'record-monitoring': [grant(workers, carrying), coordinating],
  'evaluate-now': [grant(workers, ['lead']), coordinating],
  'record-evaluation': [grant(workers, ['lead']), coordinating],
  'resume-support': [grant(workers, ['lead']), coordinating],
  'record-follow-up': [grant(workers, ['lead']), coordinating],
  // the case's own workflow
  'propose-for-support-meeting': workflowOnly,
  'ask-for-sheets': workflowOnly,
  'begin-planning': workflowOnly,
  'ask-for-review': workflowOnly,
  'ask-for-approval': workflowOnly,
  'tell-roles': workflowOnly,
  'ask-for-monitoring': workflowOnly,
  'begin-evaluation': workflowOnly,
  'tell-recipients-of-withdrawal': workflowOnly,
  'close-case': workflowOnly,
  // what is said by phone, and what the notifier says of mails; dates counted anew by an operator or by those who oversee
  'finish-call': [coordinating],
  'report-undelivered': clockOnly,
  enforce: clockOnly,
  'redate-obligations': [...clockOnly, coordinating, managing],
} as const satisfies Record<AnyCaseCommand['type'], readonly Grant[]>;
