/** Stall causes in the order that decides between equals (glossary.md). */
export const stallCauses = [
  'noObligation',
  'personInChargeVacant',
  'itemFrozen',
  'consentAwaited',
  'handoffUnanswered',
  'replyMissing',
  'requiredAgencyMissing',
  'caseSheetMissing',
  'noticeUndelivered',
  'approvalAwaited',
  'minutesUnconfirmed',
  'taskOverdue',
  'evaluationOverdue',
  'planExpired',
  'holdExpired',
  'followUpOverdue',
] as const;
export type StallCause = (typeof stallCauses)[number];
