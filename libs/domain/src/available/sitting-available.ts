import { isRefusal, refuse, type Context, type Refusal } from '../record/context.ts';
import { sittingCommands } from '../sitting/sitting-rules.ts';
import type { SittingState } from '../sitting/sitting-state.ts';
import type { Offered } from './case-available.ts';

/** User commands a sitting's page can offer. */
export const offeredSittingCommands = [
  'add-item',
  'remove-item',
  'call-sitting',
  'add-invitee',
  'answer-invitation',
  'move-sitting',
  'hold-sitting',
  'give-disposition',
  'cancel-sitting',
] as const;
export type OfferedSittingCommand = (typeof offeredSittingCommands)[number];

/** As {@link availableCaseCommands}, for a sitting. */
export function availableSittingCommands(state: SittingState, ctx: Context): readonly Offered<OfferedSittingCommand>[] {
  return offeredSittingCommands.map((command) => {
    const example = exampleOf(command, state, ctx);
    const refusal = isRefusal(example)
      ? example
      : (
          sittingCommands[command].refusal as
            ((state: SittingState, command: unknown, ctx: Context) => Refusal | undefined) | undefined
        )?.(state, example, ctx);
    return refusal ? { command, refusal } : { command };
  });
}

function exampleOf(
  type: OfferedSittingCommand,
  state: SittingState,
  ctx: Context,
): { readonly type: string; readonly [field: string]: unknown } | Refusal {
  const text = 'example';
  const office = ctx.rules.competentSection;
  const uninvited = ctx.rules.agencies.find(
    ({ code }) => !state.invitations.some(({ agency }) => agency === code),
  )?.code;
  const open = state.items.find(({ disposition }) => disposition === null);
  switch (type) {
    case 'add-item':
      return { type, item: { itemId: text, caseId: text, agencies: [] } };
    case 'remove-item':
      return open ? { type, itemId: open.id } : refuse('item.missing');
    case 'call-sitting':
      return { type, invitees: [{ invitationId: text, agency: office }], urgentReasonText: text };
    case 'add-invitee':
      return uninvited === undefined ? refuse('sitting.all-invited') : { type, invitationId: text, agency: uninvited };
    case 'answer-invitation':
      return { type, invitationId: state.invitations[0]?.id ?? text, reply: 'attend', proxyText: null, via: 'office' };
    case 'move-sitting':
      return {
        type,
        heldOn: ctx.calendar.addOpenDays(ctx.today, 5),
        startsAt: '10:00',
        endsAt: '11:00',
        placeText: text,
      };
    case 'hold-sitting':
      return { type, present: [office], acknowledgement: 'readAloud', chair: 'manager' };
    case 'give-disposition':
      return { type, itemId: open?.id ?? state.items[0]?.id ?? text };
    default:
      return { type, reasonText: text };
  }
}
