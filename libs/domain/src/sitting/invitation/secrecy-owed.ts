import type { Context } from '../../record/context.ts';
import type { Expectation, Holder } from '../../record/obligation.ts';
import type { Invitation, SittingState } from '../sitting-state.ts';
import { byMail } from './invitations.ts';

/**
 * 守秘義務の確認 (R35) is owed by whoever has said to come to a 支援会議: before it, nothing of the 案件 opens (R24). Of an agency that is reached
 * by phone the secretariat hears it. The sitting's own day is the last one; what was not acknowledged by then is read aloud there.
 */
export function secrecyOwed(
  state: SittingState,
  { id, agency, sent, reply }: Invitation,
  secretariat: Holder,
  ctx: Context,
): readonly Expectation[] {
  const comes = reply !== null && reply !== 'absent';
  if (state.kind !== 'supportMeeting' || !sent || !comes || state.acknowledged.includes(agency)) return [];
  // Called late, or the day passed without a record: it is read aloud at the sitting, or asked anew for another day.
  if (ctx.today > state.heldOn) return [];
  return [
    {
      key: `secrecy-acknowledgement/${id}/${String(state.sequence)}`,
      kind: 'secrecy-acknowledgement',
      holder: byMail(agency, ctx) ? { agency, post: 'staff' } : secretariat,
      blocking: false,
      about: id,
      dueOn: state.heldOn,
    },
  ];
}
