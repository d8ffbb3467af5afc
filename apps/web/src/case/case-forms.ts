import { caseCommands } from '#libs/domain';
import type { CaseView } from '#libs/views';
import { formsOf } from '../command/forms-of.ts';
import { consentForms } from './forms/consent-forms.ts';
import { courseForms } from './forms/course-forms.ts';
import { answerHandoff, handoffForms } from './forms/handoff-forms.ts';
import { meetingRequestForms } from './forms/meeting-request-forms.ts';
import { planForms } from './forms/plan-forms.ts';
import { supportForms } from './forms/support-forms.ts';
import { decideCandidate, trackForms } from './forms/track-forms.ts';

/** The forms of the case page. */
export const caseForms = formsOf<typeof caseCommands, CaseView>(
  caseCommands,
  {
    ...courseForms,
    ...handoffForms,
    ...consentForms,
    ...trackForms,
    ...meetingRequestForms,
    ...planForms,
    ...supportForms,
  },
  { 'answer-handoff': answerHandoff, 'decide-candidate': decideCandidate },
);
