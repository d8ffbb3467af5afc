import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency, made } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { command, event, unknownAgency, unlessIn } from '../sitting-unit.ts';
import { convenerOf, invitationOf, unsent, type NewInvitation } from './invitations.ts';

/** One more agency, invited after the call. */
export const addInvitee = command('add-invitee', {
  fields: { invitationId: made(), agency: agency() },
  part: null,
  likely: (state, ctx) => {
    const uninvited = ctx.rules.agencies.find(
      ({ code }) => code !== convenerOf(state, ctx) && !state.invitations.some((one) => one.agency === code),
    );
    return uninvited ? { agency: uninvited.code } : refuse('sitting.all-invited');
  },
  refusal: (state, given, ctx) =>
    firstOf(
      unlessIn(state, ['called'], given),
      state.invitations.some((one) => one.agency === given.agency) && refuse('sitting.invitee-twice'),
      given.agency === convenerOf(state, ctx) && refuse('sitting.convener-present', { agency: given.agency }),
      unknownAgency([given.agency], ctx),
      state.heldOn < ctx.today && refuse('sitting.day-passed', { heldOn: state.heldOn }),
    ),
  decide: (state, given, ctx) => [
    { type: 'invitee-added', v: 1, invitation: invitationOf(state, given.invitationId, given.agency, ctx) },
  ],
});

interface InviteeAdded extends Fact<'invitee-added', 1> {
  readonly invitation: NewInvitation;
}
export const inviteeAdded = event<InviteeAdded>('invitee-added', 1, {
  fold: (state, { invitation }) => ({ ...state, invitations: [...state.invitations, unsent(invitation)] }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
