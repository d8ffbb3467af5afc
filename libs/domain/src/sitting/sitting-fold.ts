import type { EventRules } from '../record/definition.ts';
import type { SittingEvent } from './sitting.events.ts';
import type { Invitation, SittingState } from './sitting-state.ts';

export type LaterSittingEvent = Exclude<SittingEvent, { type: 'sitting-opened' }>;

export const begunSitting = (event: Extract<SittingEvent, { type: 'sitting-opened' }>): SittingState => ({
  id: event.id,
  municipality: event.municipality,
  seq: 0,
  obligations: {},
  parts: {},
  body: event.body,
  kind: event.kind,
  ordinal: event.ordinal,
  stage: 'preparing',
  openedOn: event.on,
  heldOn: event.heldOn,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  placeText: event.placeText,
  sequence: 0,
  urgentReasonText: null,
  items: [],
  invitations: [],
  replyDueOn: null,
  requiredAbsenceTold: false,
  attendance: null,
});

const newInvitation = (one: {
  readonly id: string;
  readonly agency: string;
  readonly required: boolean;
}): Invitation => ({
  ...one,
  sent: false,
  reply: null,
  proxyText: null,
  via: null,
  repliedAtMs: null,
  late: false,
  expired: false,
  phoned: 'none',
});

const withInvitations = (state: SittingState, ids: readonly string[], change: Partial<Invitation>): SittingState => ({
  ...state,
  invitations: state.invitations.map((one) => (ids.includes(one.id) ? { ...one, ...change } : one)),
});

export const sittingEvents: EventRules<SittingState, LaterSittingEvent> = {
  'item-added': (state, event) => ({ ...state, items: [...state.items, event.item] }),
  'item-removed': (state, event) => ({ ...state, items: state.items.filter(({ id }) => id !== event.itemId) }),
  'item-frozen': (state, event) => ({
    ...state,
    items: state.items.map((item) => (item.id === event.itemId ? { ...item, frozen: event.frozen ?? true } : item)),
  }),
  'sitting-called': (state, event) => ({
    ...state,
    stage: 'called',
    replyDueOn: event.replyDueOn,
    urgentReasonText: event.urgentReasonText,
    invitations: event.invitations.map(newInvitation),
  }),
  'invitee-added': (state, event) => ({
    ...state,
    invitations: [...state.invitations, newInvitation(event.invitation)],
  }),
  'invitations-sent': (state, event) =>
    withInvitations(withInvitations(state, event.invitationIds, { sent: true }), event.toPhone, { expired: true }),
  'invitation-answered': (state, event) => {
    const answered = withInvitations(state, [event.invitationId], {
      reply: event.reply,
      proxyText: event.proxyText,
      via: event.via,
      repliedAtMs: event.atMs,
      late: event.late,
    });
    // A further absence of a required agency is told again, the same one is not.
    const was = state.invitations.find(({ id }) => id === event.invitationId);
    const fellOut = was?.required === true && was.reply !== 'absent' && event.reply === 'absent';
    return { ...answered, requiredAbsenceTold: fellOut ? false : answered.requiredAbsenceTold };
  },
  'phone-tasks-opened': (state, event) => withInvitations(state, event.invitationIds, { phoned: 'asked' }),
  'required-absence-told': (state) => ({ ...state, requiredAbsenceTold: true }),
  // An answer was for the old date: everybody is asked anew.
  'sitting-moved': (state, event) => ({
    ...state,
    heldOn: event.heldOn,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    placeText: event.placeText,
    sequence: state.sequence + 1,
    replyDueOn: event.replyDueOn,
    requiredAbsenceTold: false,
    invitations: state.invitations.map((one) => ({
      ...one,
      reply: null,
      proxyText: null,
      via: null,
      repliedAtMs: null,
      late: false,
      expired: event.toPhone.includes(one.id),
      phoned: 'none',
    })),
  }),
  'sitting-held': (state, event) => ({
    ...state,
    stage: 'held',
    attendance: {
      present: event.present,
      acknowledgement: event.acknowledgement,
      textVersion: event.textVersion,
      chair: event.chair,
    },
  }),
  'disposition-given': (state, event) => ({
    ...state,
    items: state.items.map((item) =>
      item.id === event.itemId
        ? {
            ...item,
            disposition: {
              result: event.result,
              ownerAgency: event.ownerAgency,
              dueOn: event.dueOn,
              nextStepText: event.nextStepText,
            },
          }
        : item,
    ),
  }),
  'sitting-closed': (state) => ({ ...state, stage: 'closed' }),
  'sitting-cancelled': (state) => ({ ...state, stage: 'cancelled', sequence: state.sequence + 1 }),
};
