import { describe, expect, it } from '@jest/globals';
import { msOfDate } from '#libs/calendar';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase } from '../testing/make-case.ts';
import { calendarWithout, townCalendar, townRules } from '../testing/town-rules.ts';
import { clock, contextAt, worker } from '../testing/town-people.ts';
import * as say from '../testing/case-script.ts';
import type { DeadlineRule } from '../rules/municipality-rules.ts';
import { applyKeeping, enforce, reconcile, redate, somethingDue, type KeptState } from './keeping.ts';
import { nextDueAtMs, nextStep, type Expectation, type Obligation } from './obligation.ts';
import { datesOf, schedule } from './schedule.ts';
import type { RecordEvent } from './record-events.ts';

const sheet: Expectation = {
  key: 'sheet/1/kikan',
  kind: 'sheet',
  holder: { agency: 'kikan', post: 'staff' },
  blocking: true,
};
const dueOn = (askedOn: string, openDays: number): string => {
  const { deadlines } = townRules();
  const rules = townRules({ deadlines: { ...deadlines, sheet: { openDays, ladder: [] } } });
  return datesOf(sheet, askedOn, 'case-1', contextAt(askedOn, worker, { rules })).dueOn;
};
const withLadder = (
  ladder: DeadlineRule['ladder'],
  askedOn: string,
  changes: Partial<Expectation> = {},
): Obligation => {
  const rules = townRules({ deadlines: { ...townRules().deadlines, sheet: { openDays: 5, ladder } } });
  return schedule({ ...sheet, ...changes }, 'case-1', contextAt(askedOn, worker, { rules }));
};
const steps = ({ ladder }: Pick<Obligation, 'ladder'>): readonly string[] =>
  ladder.map(({ step, on }) => `${on} ${step}`);

describe('due dates', () => {
  it.each([
    ['2026-05-01', 1, '2026-05-07', 'Golden Week with the 振替休日 of 5/6'],
    ['2026-09-18', 1, '2026-09-24', '敬老の日, 国民の休日, 秋分の日'],
    ['2027-03-19', 1, '2027-03-23', '春分の日 on a Sunday moves to 3/22'],
    ['2026-12-28', 1, '2027-01-04', '年末年始'],
    ['2026-06-05', 1, '2026-06-08', 'the weekend'],
    ['2026-06-06', 1, '2026-06-08', 'asked on a Saturday'],
    ['2026-06-01', 5, '2026-06-08', 'a week'],
  ])(
    '[R57][R58] asked on %s, %d 開庁日 later is %s, counted from the day after (%s)',
    (askedOn, openDays, expected) => {
      expect(dueOn(askedOn, openDays)).toBe(expected);
    },
  );

  it('[R57] a date that is fixed and falls on a 休日 moves to the next 開庁日', () => {
    expect(withLadder([], '2026-04-20', { dueOn: '2026-05-03' }).dueOn).toBe('2026-05-07');
  });

  it('is overdue from the end of the office day, and due the same day when it is urgent', () => {
    const urgent = withLadder([], '2026-06-01', { sameDay: true });
    expect(urgent).toMatchObject({ dueOn: '2026-06-01', dueAtMs: msOfDate('2026-06-01', '17:15') });
  });
});

describe('ladders', () => {
  const ladder = [
    { step: 'reminder', openDaysFromDue: -3 },
    { step: 'reminder', openDaysFromDue: -1 },
    { step: 'escalation', openDaysFromDue: 1 },
    { step: 'expiry', openDaysFromDue: 5 },
  ] as const;

  it('has its steps on 開庁日, each in the hours before the office opens on that day, never early', () => {
    const obligation = withLadder(ladder, '2026-06-01');
    expect(steps(obligation)).toEqual([
      '2026-06-03 reminder',
      '2026-06-05 reminder',
      '2026-06-09 escalation',
      '2026-06-15 expiry',
    ]);
    for (const { on, atMs } of obligation.ladder) {
      expect(atMs).toBeGreaterThanOrEqual(msOfDate(on, '00:30'));
      expect(atMs).toBeLessThan(msOfDate(on, '08:30'));
    }
  });

  it('leaves out a reminder whose day is not ahead when it is asked, and no other step', () => {
    expect(steps(withLadder(ladder, '2026-06-01', { dueOn: '2026-06-03' }))).toEqual([
      '2026-06-02 reminder',
      '2026-06-04 escalation',
      '2026-06-10 expiry',
    ]);
    expect(steps(withLadder(ladder, '2026-06-01', { dueOn: '2026-06-02' }))).toEqual([
      '2026-06-03 escalation',
      '2026-06-09 expiry',
    ]);
  });

  it('keeps the first reminders only where fewer are wanted', () => {
    expect(steps(withLadder(ladder, '2026-06-01', { reminders: 1 }))).toEqual([
      '2026-06-03 reminder',
      '2026-06-09 escalation',
      '2026-06-15 expiry',
    ]);
  });

  it('names the earliest instant of all, and nothing where no step is left', () => {
    const one = withLadder(ladder, '2026-06-01');
    const other = withLadder([], '2026-06-01', { key: 'other' });
    expect(nextDueAtMs({ one, other })).toBe(one.ladder[0]?.atMs);
    expect(nextDueAtMs({ other })).toBeNull();
    expect(nextStep({ ...one, taken: 4 })).toBeUndefined();
  });
});

const state = (...obligations: readonly Obligation[]): KeptState => ({
  id: 'case-1',
  seq: 7,
  parts: {},
  calls: [],
  obligations: Object.fromEntries(obligations.map((one) => [one.key, one])),
});
const applied = (kept: KeptState, events: readonly RecordEvent[]): KeptState => events.reduce(applyKeeping, kept);
const ladderAt = (date: string): Obligation => schedule(sheet, 'case-1', contextAt(date));

describe('enforce', () => {
  it('takes every step whose instant has come, in order of time, once', () => {
    const kept = state(ladderAt('2026-06-01'), { ...ladderAt('2026-06-02'), key: 'sheet/1/shakyo' });
    const ctx = contextAt('2026-06-08');
    const events = enforce(kept, ctx);
    expect(
      events.map((event) => (event.type === 'obligation-step-taken' ? `${event.on} ${event.step} ${event.key}` : '')),
    ).toEqual([
      '2026-06-03 reminder sheet/1/kikan',
      '2026-06-04 reminder sheet/1/shakyo',
      '2026-06-05 reminder sheet/1/kikan',
      '2026-06-08 reminder sheet/1/shakyo',
    ]);
    const after = applied(kept, events);
    expect(somethingDue(after, ctx.nowMs)).toBe(false);
    expect(enforce(after, ctx)).toEqual([]);
    expect(nextDueAtMs(after.obligations)).toBeGreaterThan(ctx.nowMs);
  });

  it('takes a step at its instant, not a moment before', () => {
    const kept = state(ladderAt('2026-06-01'));
    const atMs = nextDueAtMs(kept.obligations) ?? 0;
    expect(enforce(kept, { ...contextAt('2026-06-03'), nowMs: atMs - 1 })).toEqual([]);
    expect(enforce(kept, { ...contextAt('2026-06-03'), nowMs: atMs })).toHaveLength(1);
  });
});

describe('reconcile', () => {
  it('opens what is expected, settles what is not, and leaves the rest alone', () => {
    const ctx = contextAt('2026-06-04');
    const kept = state(ladderAt('2026-06-01'), { ...ladderAt('2026-06-01'), key: 'sheet/1/gone' });
    const events = reconcile(kept, [sheet, { ...sheet, key: 'sheet/1/new' }], ctx);
    expect(events).toEqual([
      { type: 'obligation-settled', v: 1, key: 'sheet/1/gone', on: '2026-06-04' },
      {
        type: 'obligation-opened',
        v: 1,
        obligation: expect.objectContaining({
          key: 'sheet/1/new',
          askedOn: '2026-06-04',
          dueOn: '2026-06-11',
          taken: 0,
        }),
      },
    ]);
  });

  it('hands over what somebody else owes now, and what blocks now or no more, without setting the date back', () => {
    const kept = state(ladderAt('2026-06-01'));
    const changed = { ...sheet, holder: { agency: 'shakyo', post: 'head' }, blocking: false } as const;
    const after = applied(kept, reconcile(kept, [changed], contextAt('2026-06-04')));
    expect(after.obligations[sheet.key]).toMatchObject({
      holder: { agency: 'shakyo', post: 'head' },
      blocking: false,
      askedOn: '2026-06-01',
      dueOn: '2026-06-08',
    });
    expect(reconcile(after, [changed], contextAt('2026-06-05'))).toEqual([]);
  });

  it('follows a date that the record itself has moved, without asking a second time what was asked', () => {
    const ctx = contextAt('2026-06-04');
    const first = state(ladderAt('2026-06-01'));
    const asked = applied(first, enforce(first, ctx));
    const moved = applied(asked, reconcile(asked, [{ ...sheet, dueOn: '2026-06-22' }], ctx));
    expect(moved.obligations[sheet.key]).toMatchObject({ dueOn: '2026-06-22', askedOn: '2026-06-01', taken: 1 });
    const left = moved.obligations[sheet.key]?.ladder.slice(1) ?? [];
    expect(steps({ ladder: left })).toEqual(['2026-06-19 reminder', '2026-06-23 escalation', '2026-06-25 expiry']);
    const again = applied(moved, reconcile(moved, [{ ...sheet, dueOn: '2026-06-29' }], ctx));
    expect(again.obligations[sheet.key]?.ladder.slice(1).map(({ step }) => step)).toEqual([
      'reminder',
      'escalation',
      'expiry',
    ]);
  });
});

describe('redate-obligations', () => {
  const closed = calendarWithout('2026-06-08', '2026-06-09');

  it('counts the dates from the day it was asked, with the calendar of today; what was taken stays taken', () => {
    const ctx = contextAt('2026-06-04');
    const first = state(ladderAt('2026-06-01'));
    const asked = applied(first, enforce(first, ctx));
    const later = { ...ctx, calendar: closed };
    const after = applied(asked, redate(asked, [sheet], later));
    expect(after.obligations[sheet.key]).toMatchObject({ dueOn: '2026-06-10', askedOn: '2026-06-01', taken: 1 });
    expect(steps({ ladder: after.obligations[sheet.key]?.ladder ?? [] })).toEqual([
      '2026-06-03 reminder',
      '2026-06-05 reminder',
      '2026-06-11 escalation',
      '2026-06-15 expiry',
    ]);
    expect(redate(after, [sheet], later)).toEqual([]);
  });

  it('does not take an escalation again that was told under the old date', () => {
    const ctx = contextAt('2026-06-09');
    const first = state(ladderAt('2026-06-01'));
    const told = applied(first, enforce(first, ctx));
    const twice = [closed, townCalendar].reduce(
      (kept, calendar) => applied(kept, redate(kept, [sheet], { ...ctx, calendar })),
      told,
    );
    expect(twice.obligations[sheet.key]).toEqual(told.obligations[sheet.key]);
    expect(enforce(twice, ctx)).toEqual([]);
  });

  it('changes nothing where no date changes, and is a command of the clock', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    expect(desk.ask(ref, { type: 'redate-obligations' }, clock)).toEqual({ kind: 'changes', changes: [] });
    desk.calendar = closed;
    desk.done(ref, { type: 'redate-obligations' }, clock);
    expect(desk.obligation(ref, 'handoff-answer')).toMatchObject({ askedOn: '2026-06-01', dueOn: '2026-06-10' });
  });

  it('counts with the profile of today as well', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    desk.rules = townRules({ deadlines: { ...townRules().deadlines, 'handoff-answer': { openDays: 8, ladder: [] } } });
    desk.done(ref, { type: 'redate-obligations' }, clock);
    expect(desk.obligation(ref, 'handoff-answer')).toMatchObject({ dueOn: '2026-06-11', ladder: [] });
  });
});

describe('a broken log', () => {
  it('is not folded in silence', () => {
    expect(() => applyKeeping(state(), { type: 'obligation-settled', v: 1, key: 'nothing', on: '2026-06-01' })).toThrow(
      'nothing',
    );
    expect(() =>
      applyKeeping(state(), {
        type: 'obligation-step-taken',
        v: 1,
        key: 'nothing',
        step: 'reminder',
        on: '2026-06-01',
        index: 0,
      }),
    ).toThrow('nothing');
    const desk = new DomainDesk();
    expect(desk.ask(desk.newRef('support-case'), say.screen(desk))).toEqual({
      kind: 'refused',
      refusal: { code: 'record.missing' },
    });
  });
});
