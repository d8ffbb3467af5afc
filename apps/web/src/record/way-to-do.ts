import type { RecordKind } from '#libs/contracts';
import type { ObligationKind } from '#libs/domain';
import { recordPage } from './record-page.ts';

export interface Owed {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly obligationKind: ObligationKind;
  /** Id of the record's own that it is about: a handoff, a person, an agenda item … */
  readonly about?: string | null | undefined;
}

type Door =
  /** A form of the record's own page. */
  | { readonly form: string }
  /** The case is put on a meeting of this kind. */
  | { readonly newSitting: 'supportMeeting' | 'planMeeting' }
  /** The sitting that `about` names. */
  | { readonly sitting: true }
  /** A part of the record's page. */
  | { readonly place: string };

const doors: Readonly<Record<ObligationKind, Door>> = {
  screening: { form: 'screen-case' },
  'handoff-to-send': { form: 'send-handoff' },
  'handoff-answer': { form: 'answer-handoff' },
  'candidate-decision': { form: 'decide-candidate' },
  'track-placement': { newSitting: 'supportMeeting' },
  'track-review': { form: 'review-track' },
  'pre-contact': { form: 'record-pre-contact' },
  'first-contact': { form: 'record-contact' },
  consent: { form: 'record-consent' },
  sheet: { form: 'submit-sheet' },
  'sheets-decision': { form: 'finish-assessment' },
  'plan-draft': { form: 'draft-plan' },
  'plan-explanation': { form: 'explain-plan' },
  'meeting-placement': { newSitting: 'planMeeting' },
  'sitting-awaited': { sitting: true },
  'frozen-item': { place: 'persons' },
  'approval-draft': { form: 'draft-approval' },
  approval: { form: 'decide-support' },
  'role-acknowledgement': { form: 'acknowledge-role' },
  'monitoring-round': { form: 'record-monitoring' },
  monitoring: { form: 'record-monitoring' },
  evaluation: { form: 'record-evaluation' },
  'plan-end': { form: 'evaluate-now' },
  'interruption-review': { form: 'resume-support' },
  'follow-up': { form: 'record-follow-up' },
  'decision-task': { form: 'finish-task' },
  'withdrawal-confirmation': { form: 'confirm-withdrawal' },
  call: { form: 'call-sitting' },
  reply: { form: 'answer-invitation' },
  'phone-task': { form: 'answer-invitation' },
  'required-agency': { form: 'move-sitting' },
  'hold-sitting': { form: 'hold-sitting' },
  disposition: { form: 'give-disposition' },
  'person-in-charge': { form: 'set-person-in-charge' },
  // Nobody need do anything: the page says what is coming.
  'next-step': { place: 'upcoming' },
};

/** The address at which the thing owed is done: the exact form, already open. */
export function wayToDo({ kind, recordId, obligationKind, about }: Owed): string {
  const page = recordPage(kind, recordId);
  const door = doors[obligationKind];
  if ('form' in door) {
    const search = new URLSearchParams({ do: door.form, ...(about ? { target: about } : {}) });
    return `${page}?${search.toString()}`;
  }
  if ('newSitting' in door)
    return `/sittings/new?${new URLSearchParams({ case: recordId, kind: door.newSitting }).toString()}`;
  if ('place' in door) return `${page}#${door.place}`;
  return about ? recordPage('sitting', about) : `${page}#meetings`;
}
