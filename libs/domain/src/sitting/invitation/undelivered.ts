import type { IsoDate } from '#libs/calendar';
import { alreadySo } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { callsFor } from '../../record/call.ts';
import { undeliveredFields, undeliveredNotice, wasToldAtOnce } from '../../record/call-commands.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event } from '../sitting-unit.ts';
import { withInvitations } from './invitations.ts';
import { asksForReply, sittingCalls } from './sitting-calls.ts';

/** An invitation whose reply is still awaited, and for which nobody is phoned yet. */
const silent = ({ stage, invitations }: SittingState, id: string | null): boolean =>
  stage === 'called' &&
  invitations.some((one) => one.id === id && one.sent && one.reply === null && one.phoned === 'none');

/** Given by the notifier: a mail came back, or there is no mailbox. Whoever was to reply is phoned for it at once. */
export const reportUndelivered = command('report-undelivered', {
  fields: undeliveredFields,
  part: null,
  likely: null,
  refusal: (state, given, ctx) => {
    const notice = undeliveredNotice(given);
    return wasToldAtOnce(notice, ctx) || (asksForReply(notice) && !silent(state, given.invitationId))
      ? alreadySo
      : undefined;
  },
  decide: (state, given, ctx) => {
    const notice = undeliveredNotice(given);
    return asksForReply(notice) && given.invitationId !== null
      ? [{ type: 'invitation-undelivered', v: 1, on: ctx.today, invitationId: given.invitationId }]
      : callsFor(state, [notice], 'undelivered', sittingCalls, ctx);
  },
});

interface InvitationUndelivered extends Fact<'invitation-undelivered', 1> {
  readonly on: IsoDate;
  readonly invitationId: string;
}
export const invitationUndelivered = event<InvitationUndelivered>('invitation-undelivered', 1, {
  fold: (state, { invitationId }) => withInvitations(state, [invitationId], { expired: true, phoned: 'asked' }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
