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
  'callOverdue',
  'holdingUnrecorded',
  'resultUnrecorded',
  'assessmentSheetMissing',
  'taskOverdue',
  'evaluationOverdue',
  'planExpired',
  'holdExpired',
  'followUpOverdue',
] as const;
export type StallCause = (typeof stallCauses)[number];
