import { spreadBeforeOpening, type IsoDate } from '#libs/calendar';
import type { DeadlineRule } from '../rules/municipality-rules.ts';
import type { Context } from './context.ts';
import type { Expectation, LadderStep, Obligation } from './obligation.ts';

/** Puts dates on an expectation: due date, its instant, the ladder. Steps that would already be past are left out, never sent late at once. */
export function schedule(expectation: Expectation, recordId: string, ctx: Context): Obligation {
  return { ...expectation, askedOn: ctx.today, ...datesOf(expectation, ctx.today, recordId, ctx), taken: 0 };
}

/** The dates an obligation would have if it had been asked on `askedOn`, counted with the calendar and profile of `ctx`. */
export function datesOf(
  expectation: Expectation,
  askedOn: IsoDate,
  recordId: string,
  ctx: Context,
): Pick<Obligation, 'dueOn' | 'dueAtMs' | 'ladder'> {
  const { calendar, rules } = ctx;
  const rule = rules.deadlines[expectation.kind];
  const dueOn = calendar.nextOpen(
    expectation.dueOn ?? (expectation.sameDay ? askedOn : calendar.addOpenDays(askedOn, rule.openDays)),
  );
  return {
    dueOn,
    dueAtMs: calendar.closesAtMs(dueOn),
    ladder: ladderOf(rule, expectation, dueOn, askedOn, recordId, ctx),
  };
}

function ladderOf(
  rule: DeadlineRule,
  expectation: Expectation,
  dueOn: IsoDate,
  askedOn: IsoDate,
  recordId: string,
  ctx: Context,
): readonly LadderStep[] {
  const { calendar } = ctx;
  const steps = rule.ladder
    .map(({ step, openDaysFromDue }): LadderStep => {
      const on = calendar.addOpenDays(dueOn, openDaysFromDue);
      // Handled in the hours before the office opens on that day, spread by a hash of the record: many are due on the same day (design.md 2, Clock).
      return {
        step,
        on,
        atMs: spreadBeforeOpening(
          calendar.closesAtMs(calendar.previousOpen(calendar.addOpenDays(on, -1))),
          recordId,
          calendar,
        ),
      };
    })
    .filter(({ step, on }) => step !== 'reminder' || on > askedOn)
    .toSorted((a, b) => a.atMs - b.atMs);
  return expectation.reminders === undefined ? steps : withFewerReminders(steps, expectation.reminders);
}

/** Keeps the first `reminders` reminders; escalation, expiry and start stay. */
function withFewerReminders(steps: readonly LadderStep[], reminders: number): readonly LadderStep[] {
  let kept = 0;
  return steps.filter(({ step }) => step !== 'reminder' || ++kept <= reminders);
}
