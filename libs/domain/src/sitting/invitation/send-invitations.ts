import type { IsoDate } from '#libs/calendar';
import { alreadySo } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { seatsAfter } from '../agenda/seats-on-items.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event } from '../sitting-unit.ts';
import { toHeads, unreachable, withInvitations } from './invitations.ts';

/** Given by the workflow: what was decided goes out. */
export const sendInvitations = command('send-invitations', {
  fields: {},
  part: null,
  likely: null,
  // The call went out: of an item by consent an agency may prepare, of one of a 支援会議 once it has acknowledged 守秘義務.
  links: (state, _given, sitting) =>
    seatsAfter(state, withInvitations(state, unsentIds(state), { sent: true }), sitting),
  refusal: (state) => (state.stage === 'called' && state.invitations.some(({ sent }) => !sent) ? undefined : alreadySo),
  decide: (state, _given, ctx) => {
    const waiting = state.invitations.filter(({ sent }) => !sent);
    return [
      {
        type: 'invitations-sent',
        v: 1,
        on: ctx.today,
        invitationIds: waiting.map(({ id }) => id),
        toPhone: unreachable(waiting, ctx),
      },
    ];
  },
});

const unsentIds = ({ invitations }: SittingState): readonly string[] =>
  invitations.filter(({ sent }) => !sent).map(({ id }) => id);

interface InvitationsSent extends Fact<'invitations-sent', 1> {
  readonly on: IsoDate;
  readonly invitationIds: readonly string[];
  /** Those of them whom mail does not reach: nobody waits for their silence. */
  readonly toPhone: readonly string[];
}
export const invitationsSent = event<InvitationsSent>('invitations-sent', 1, {
  fold: (state, { invitationIds, toPhone }) =>
    withInvitations(withInvitations(state, invitationIds, { sent: true }), toPhone, { expired: true }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
  notifies: ({ invitationIds }, after) => toHeads('invitation', invitationIds, after),
});
