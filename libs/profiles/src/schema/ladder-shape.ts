import type { DeadlineRule, LadderStepRule } from '#libs/domain';
import { complain, fields, list, optional, whole, type Shape } from './shape.ts';

const farthest = 250; // open days of a year
const deadlineFields = fields({
  openDays: whole(0, farthest),
  /** 0 is the morning of the day itself. */
  start: optional(whole(-farthest, 0)),
  reminders: optional(list(whole(-farthest, -1))),
  escalation: optional(whole(1, farthest)),
  expiry: optional(whole(1, farthest)),
});

/** A deadline as it is written in a profile, turned into what the domain counts with; the steps come in the order of time. */
export const deadline: Shape<DeadlineRule> = (raw, at) => {
  const read = deadlineFields(raw, at);
  if (!read) return undefined;
  const { openDays, start, reminders = [], escalation, expiry } = read.value;
  const rising = reminders.every((day, index) => index === 0 || day > (reminders[index - 1] ?? day));
  if (!rising || (expiry !== undefined && expiry < (escalation ?? 1))) return complain(at, 'profile.ladder-order');
  return {
    value: {
      openDays,
      ladder: [
        ...step('start', start),
        ...reminders.flatMap((day) => step('reminder', day)),
        ...step('escalation', escalation),
        ...step('expiry', expiry),
      ],
    },
  };
};

const step = (name: LadderStepRule['step'], openDaysFromDue: number | undefined): readonly LadderStepRule[] =>
  openDaysFromDue === undefined ? [] : [{ step: name, openDaysFromDue }];
