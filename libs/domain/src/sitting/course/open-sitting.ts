import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { body, given as fromExecutor, orNull, part } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { bodyOf, type BodyCode, type MeetingKind } from '../../rules/municipality-rules.ts';
import { itemOf, missingCase, newItem } from '../agenda/agenda-item.ts';
import { placed } from '../agenda/said-to-cases.ts';
import { beginning, firstEvent } from '../sitting-unit.ts';
import { basisRefusal } from './basis-refusal.ts';
import { times, timesRefusal } from './times.ts';

/** Opens a sitting, with its first item when a case is put on it in the same action. */
export const openSitting = beginning('open-sitting', {
  fields: {
    body: body(),
    /** 第n回, from the executor's counter of the 年度. */
    ordinal: fromExecutor<number>(),
    ...times,
    item: orNull(part(newItem)),
  },
  links: (given, sitting) => (given.item ? [placed(given.item, given, sitting)] : []),
  refusal: (command, ctx) =>
    firstOf(
      !bodyOf(ctx.rules, command.body) && refuse('body.unknown', { body: command.body }),
      timesRefusal(command, ctx),
      basisRefusal(command.body, command.heldOn, ctx),
      command.item ? missingCase(command.item, ctx) : undefined,
    ),
  decide: ({ body: code, ordinal, heldOn, startsAt, endsAt, placeText, item }, ctx, { municipality, id }) => [
    {
      type: 'sitting-opened',
      v: 1,
      municipality,
      id,
      body: code,
      kind: bodyOf(ctx.rules, code)?.kind ?? 'supportMeeting',
      ordinal,
      on: ctx.today,
      heldOn,
      startsAt,
      endsAt,
      placeText,
    },
    ...(item ? [{ type: 'item-added', v: 1, item: itemOf(item, code, ctx) } as const] : []),
  ],
});

interface SittingOpened extends Fact<'sitting-opened', 1> {
  readonly municipality: string;
  readonly id: string;
  readonly body: BodyCode;
  readonly kind: MeetingKind;
  readonly ordinal: number;
  readonly on: IsoDate;
  readonly heldOn: IsoDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: TextId;
}
export const sittingOpened = firstEvent<SittingOpened>('sitting-opened', 1, {
  begin: ({ type: _type, v: _v, on, ...opened }) => ({
    ...opened,
    seq: 0,
    obligations: {},
    parts: {},
    calls: [],
    earlierHeldOn: null,
    stage: 'preparing',
    openedOn: on,
    sequence: 0,
    urgentReasonText: null,
    items: [],
    removedItems: [],
    invitations: [],
    convener: null,
    acknowledged: [],
    replyDueOn: null,
    requiredAbsenceTold: false,
    attendance: null,
    readers: [],
  }),
  raises: null,
  area: () => ({ kind: 'work' }),
  tells: null,
  ...quiet,
});
