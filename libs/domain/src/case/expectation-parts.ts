import type { Context } from '../record/context.ts';
import type { Expectation, Holder } from '../record/obligation.ts';
import { agencyOf } from '../rules/municipality-rules.ts';
import type { CaseState } from './case-state.ts';
import type { Placement } from './taking-part.ts';

/** The coordinator of 多機関協働, who is also the secretariat. */
export const coordinator = (ctx: Context): Holder => ({ agency: ctx.rules.coordinatingBody, post: 'coordinator' });
/** The manager of the section in charge. */
export const manager = (ctx: Context): Holder => ({ agency: ctx.rules.competentSection, post: 'manager' });
/** 担当者; while the post is vacant the agency's head owes (design.md 5). */
export const inCharge = (state: CaseState): Holder => ({
  agency: state.leadAgency,
  post: state.personInCharge.membershipId === null ? 'head' : 'personInCharge',
});
/** Anyone of the agency. */
export const staffOf = (agency: string): Holder => ({ agency, post: 'staff' });

/** Doctors, schools and 民生委員 are reminded once. */
export const gentle = (agency: string, ctx: Context): Pick<Expectation, 'reminders'> =>
  ctx.rules.oneReminderKinds.includes(agencyOf(ctx.rules, agency).kind) ? { reminders: 1 } : {};

/** A step a procedure takes by itself; the coordinator owes it while procedures are behind. */
export const nextStep = (key: string, ctx: Context): Expectation => ({
  key: `next-step/${key}`,
  kind: 'next-step',
  holder: coordinator(ctx),
  blocking: true,
});

/** Waiting for the sitting the case is placed on. */
export const sittingAwaited = (placement: Placement, ctx: Context, blocking: boolean): Expectation => ({
  key: `sitting-awaited/${placement.itemId}`,
  kind: 'sitting-awaited',
  holder: coordinator(ctx),
  blocking,
  dueOn: placement.heldOn,
  about: placement.sittingId,
});
