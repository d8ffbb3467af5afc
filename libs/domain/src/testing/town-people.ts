import { dateOfMs, msOfDate } from '#libs/calendar';
import type { Actor, Post } from '../record/actor.ts';
import type { Context } from '../record/context.ts';
import type { MunicipalityRules } from '../rules/municipality-rules.ts';
import { townCalendar, townRules } from './town-rules.ts';

export const person = (agency: string, ...posts: readonly Post[]): Actor & { readonly kind: 'person' } => ({
  kind: 'person',
  membershipId: `member-${agency}-${posts.join('-')}`,
  agency,
  posts,
});
/** Staff of the 地域包括支援センター that takes the case in. */
export const worker = person('houkatsu', 'staff');
/** 多機関協働の担当者 in the town's section, who is also the secretariat. */
export const coordinator = person('office', 'coordinator');
export const manager = person('office', 'manager');
export const deputy = person('office', 'deputy');
/** One more at work in each agency, besides those above. */
export const colleagueOf = (agency: string): string => `member-${agency}-colleague`;
export const membersOf = ({ agencies }: MunicipalityRules): NonNullable<Context['members']> =>
  agencies.map(({ code }) => ({ membershipId: colleagueOf(code), agency: code }));
export const workflow: Actor = { kind: 'workflow' };
export const clock: Actor = { kind: 'clock' };

/** All that a decision knows on a day at ten in the morning in Japan. */
export function contextAt(date: string, actor: Actor = coordinator, changes: Partial<Context> = {}): Context {
  const nowMs = msOfDate(date, '10:00');
  return { nowMs, today: dateOfMs(nowMs), calendar: townCalendar, rules: townRules(), actor, ...changes };
}
