import { msOfDate, type IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { refusalOfDays } from '../../command/days.ts';
import { date, text, time } from '../../command/fields.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { bodyOf } from '../../rules/municipality-rules.ts';
import type { SittingState } from '../sitting-state.ts';

/** When and where a sitting is held. */
export const times = { heldOn: date('held'), startsAt: time(), endsAt: time(), placeText: text('place', 200) };

type When = Pick<SittingState, 'heldOn' | 'startsAt' | 'endsAt'>;

/**
 * Why a sitting cannot be held then, or nothing: not on a 休日, and never in the past, also not earlier today.
 */
export const timesRefusal = ({ heldOn, startsAt, endsAt }: When, ctx: Context): Refusal | undefined =>
  firstOf(
    endsAt <= startsAt && refuse('sitting.ends-before-start', { field: 'endsAt' }),
    refusalOfDays({ heldOn: times.heldOn }, { heldOn }, ctx.today),
    msOfDate(heldOn, startsAt) < ctx.nowMs && refuse('sitting.earlier-today', { field: 'startsAt' }),
    !ctx.calendar.isOpen(heldOn) && refuse('sitting.closed-day', { field: 'heldOn', heldOn }),
  );

/** Less notice than the body's own needs a reason (R30). */
export function noticeRefusal(
  { body }: Pick<SittingState, 'body'>,
  heldOn: IsoDate,
  urgentReasonText: TextId | null | undefined,
  ctx: Context,
): Refusal | undefined {
  const wanted = bodyOf(ctx.rules, body)?.noticeOpenDays ?? 0;
  const notice = ctx.calendar.openDaysBetween(ctx.today, heldOn);
  return notice < wanted && (urgentReasonText ?? null) === null
    ? refuse('sitting.notice-too-short', { field: 'urgentReasonText', notice, wanted })
    : undefined;
}

/** What stands in a sitting, in the fields of the commands that change it. */
export const sittingNow = ({ stage, heldOn, startsAt, endsAt, placeText, attendance }: SittingState): object => ({
  stage,
  heldOn,
  startsAt,
  endsAt,
  placeText,
  ...(attendance ? { present: attendance.present } : {}),
});
