import { obligationKindOf, type ObligationKind } from './obligation.ts';

/** What of a record is owed belongs to an area as its events do: `own` is for who owes it and for the secretariat alone. */
type OwedIn = 'work' | 'track' | 'person' | 'withdrawal' | 'item' | 'task' | 'invitation' | 'request' | 'own';

/** Whom it is told that this is owed, beside the one who owes it. */
const areas = {
  screening: 'work',
  'handoff-to-send': 'work',
  'handoff-answer': 'work',
  'candidate-decision': 'track',
  'track-placement': 'track',
  'track-review': 'track',
  'pre-contact': 'track',
  'first-contact': 'track',
  consent: 'work',
  'consent-confirmation': 'person',
  'consent-review': 'own',
  'track-reason': 'track',
  sheet: 'work',
  'sheets-decision': 'work',
  'plan-draft': 'work',
  'plan-explanation': 'work',
  'meeting-placement': 'work',
  'meeting-request': 'request',
  'sitting-awaited': 'item',
  'frozen-item': 'item',
  'approval-draft': 'work',
  approval: 'work',
  'role-acknowledgement': 'work',
  'monitoring-round': 'work',
  monitoring: 'work',
  evaluation: 'work',
  'plan-end': 'work',
  'interruption-review': 'work',
  'follow-up': 'work',
  'decision-task': 'task',
  'withdrawal-confirmation': 'withdrawal',
  call: 'own',
  reply: 'invitation',
  'secrecy-acknowledgement': 'invitation',
  'phone-task': 'invitation',
  'phone-message': 'own',
  'required-agency': 'own',
  'hold-sitting': 'own',
  disposition: 'item',
  'person-in-charge': 'work',
  'next-step': 'work',
} as const satisfies Readonly<Record<ObligationKind, OwedIn>>;

export type OwedArea =
  | { readonly kind: 'work' | 'track' | 'own' }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'withdrawal'; readonly withdrawalId: string }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'request'; readonly requestId: string }
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'invitation'; readonly invitationId: string };

/** The area of what is owed, by its key: `kind/<id of what it is about>/…`. */
export function areaOwed(key: string): OwedArea {
  const kind = obligationKindOf(key);
  const [, id = ''] = key.split('/');
  const area = Object.hasOwn(areas, kind) ? areas[kind as ObligationKind] : 'own';
  switch (area) {
    case 'person':
      return { kind: 'person', personId: id };
    case 'withdrawal':
      return { kind: 'withdrawal', withdrawalId: id };
    case 'item':
      return { kind: 'item', itemId: id };
    case 'request':
      return { kind: 'request', requestId: id };
    case 'task':
      return { kind: 'task', taskId: id };
    case 'invitation':
      return { kind: 'invitation', invitationId: id };
    default:
      return { kind: area };
  }
}
