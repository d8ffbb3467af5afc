import type { IsoDate } from '#libs/calendar';
import type { CallRules } from '../../record/call.ts';
import type { Context } from '../../record/context.ts';
import type { NoticeKind } from '../../record/notice.ts';
import type { SittingState } from '../sitting-state.ts';

/** The last 開庁日 before that day. */
export const dayBefore = (on: IsoDate, { calendar }: Pick<Context, 'calendar'>): IsoDate =>
  calendar.addOpenDays(on, -1);

/** Words that ask for a reply: whoever does not get them is phoned for it (`phone-task`), which tells the day as well. */
const askingForReply: ReadonlySet<NoticeKind> = new Set(['invitation', 'invitation-moved', 'reply-reminder']);
export const asksForReply = ({ kind }: { readonly kind: NoticeKind }): boolean => askingForReply.has(kind);

/** A word about a sitting helps until the day before, and before an earlier day that somebody may still hold for true. */
export const sittingCalls: CallRules<SittingState> = {
  mattersUntil: ({ heldOn, earlierHeldOn }, _notice, ctx) =>
    dayBefore(earlierHeldOn !== null && earlierHeldOn >= ctx.today ? earlierHeldOn : heldOn, ctx),
  ownWay: (_state, notice) => asksForReply(notice),
};
