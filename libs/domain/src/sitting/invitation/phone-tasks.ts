import type { IsoDate } from '#libs/calendar';
import { alreadySo } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event } from '../sitting-unit.ts';
import { withInvitations } from './invitations.ts';

/** Invitations whose silence, or whose lack of mail, makes a call necessary and none was asked for yet. */
export const toPhone = (state: SittingState): readonly string[] =>
  state.stage === 'called'
    ? state.invitations
        .filter(({ sent, reply, expired, phoned }) => sent && reply === null && expired && phoned === 'none')
        .map(({ id }) => id)
    : [];

/** 電話のお願い, given by the workflow: where mail does not reach or is not answered, the secretariat calls. */
export const openPhoneTasks = command('open-phone-tasks', {
  fields: {},
  part: null,
  likely: null,
  refusal: (state) => (toPhone(state).length > 0 ? undefined : alreadySo),
  decide: (state, _given, ctx) => [{ type: 'phone-tasks-opened', v: 1, on: ctx.today, invitationIds: toPhone(state) }],
});

interface PhoneTasksOpened extends Fact<'phone-tasks-opened', 1> {
  readonly on: IsoDate;
  readonly invitationIds: readonly string[];
}
export const phoneTasksOpened = event<PhoneTasksOpened>('phone-tasks-opened', 1, {
  fold: (state, { invitationIds }) => withInvitations(state, invitationIds, { phoned: 'asked' }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
