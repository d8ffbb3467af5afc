import type { caseCommands, OfferedType } from '#libs/domain';

/** Offered in a panel, beside what they are about; every other command stands at the top of the page. */
export const casePanelCommands: ReadonlySet<string> = new Set<
  OfferedType<(typeof caseCommands)[keyof typeof caseCommands]>
>([
  'send-handoff',
  'accept-handoff',
  'decline-handoff',
  'advise-on-handoff',
  'withdraw-handoff',
  'confirm-candidate',
  'dismiss-candidate',
  'record-consent',
  'withdraw-consent',
  'confirm-withdrawal',
  'allow-support-meeting',
  'record-pre-contact',
  'record-contact',
  'review-track',
  'finish-task',
  'submit-sheet',
  'finish-assessment',
  'draft-plan',
  'explain-plan',
  'draft-approval',
  'decide-support',
  'acknowledge-role',
  'record-monitoring',
  'evaluate-now',
  'record-evaluation',
  'resume-support',
  'record-follow-up',
]);
