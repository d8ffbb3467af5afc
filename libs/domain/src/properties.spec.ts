import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { definitionOf } from './definitions.ts';
import type { KeptState } from './record/keeping.ts';
import { nextDueAtMs } from './record/obligation.ts';
import type { DomainDesk } from './testing/domain-desk.ts';
import { lostByRedating } from './testing/broken-promises.ts';
import { live, type Afterwards } from './testing/random-life.ts';
import { systemCommands } from './testing/random-words.ts';
import { calendarWithout, townCalendar } from './testing/town-rules.ts';
import { clock, workflow } from './testing/town-people.ts';

const steps = fc.array(fc.array(fc.nat(9999), { minLength: 14, maxLength: 14 }), { minLength: 20, maxLength: 80 });

/** Runs random lives; what fails prints the promise and everything that was said before, shrunk. */
const inAnyLife = (seed: number, numRuns: number, lived: (desk: DomainDesk) => void, afterwards?: Afterwards): void => {
  fc.assert(
    fc.property(fc.nat(999), steps, (start, numbers) => {
      lived(live(start, numbers, afterwards));
    }),
    { seed, numRuns },
  );
};

/** An office that closes on more days than was known: each month on the 3rd, 11th, 12th and 24th. */
const closedMoreOften = calendarWithout(
  ...['03', '11', '12', '24'].flatMap((day) =>
    ['2026', '2027', '2028'].flatMap((year) =>
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
        (month) => `${year}-${month}-${day}`,
      ),
    ),
  ),
);

const folded = (desk: DomainDesk, id: string): KeptState | undefined => {
  const ref = desk.refs.get(id);
  const log = JSON.parse(JSON.stringify(desk.logs.get(id))) as { type: string; v: number }[];
  return log.reduce<KeptState | undefined>(
    (state, event) => (ref ? definitionOf(ref.kind).apply(state, event) : undefined),
    undefined,
  );
};

it('[R3][R7][R8][R10][R16] keeps every promise after every commit: owner, holder and date, legal moves, consent, one cause, nobody owes after the end', () => {
  inAnyLife(20260601, 500, (desk) => {
    expect(desk.refs.size).toBeGreaterThan(0);
  });
});

it('gives the stored state when the log is replayed from nothing, also after a way through JSON', () => {
  inAnyLife(20260602, 150, (desk) => {
    for (const { id } of desk.refs.values()) expect(folded(desk, id)).toEqual(desk.state({ id }));
  });
});

it("answers `already-so` to a procedure's step that is done or not called for, and never does it twice", () => {
  inAnyLife(
    20260603,
    150,
    () => undefined,
    (desk, { ref, command }, verdict) => {
      if (!systemCommands.has(command.type)) return [];
      if (verdict.kind === 'refused' && verdict.refusal.code !== 'already-so')
        return [`${command.type} was refused with ${verdict.refusal.code}`];
      const again = desk.ask(ref, command, workflow);
      return again.kind === 'refused' && again.refusal.code === 'already-so' ? [] : [`${command.type} was done twice`];
    },
  );
});

it('raises the version of the part that a command changes, so that a second giver who saw the old one meets a conflict', () => {
  inAnyLife(
    20260604,
    150,
    () => undefined,
    (desk, { ref, command }, verdict) => {
      const part = definitionOf(ref.kind).partOf(command);
      if (part === undefined || verdict.kind !== 'changes') return [];
      const change = verdict.changes.find((one) => one.ref.id === ref.id);
      if (!change?.before) return [];
      const seen = change.before.parts[part] ?? 0;
      const again = desk.ask(ref, command, workflow, seen);
      return again.kind === 'stale' && again.version > seen
        ? []
        : [`${command.type} leaves ${part} at ${String(seen)}`];
    },
  );
});

it('[R57] counts all dates anew for another calendar: steps taken stay taken, none ahead is lost, and twice changes nothing', () => {
  inAnyLife(20260605, 150, (desk) => {
    desk.calendar = closedMoreOften;
    for (const ref of desk.refs.values()) {
      const before = desk.state(ref);
      desk.done(ref, { type: 'redate-obligations' }, clock);
      expect(lostByRedating(before, desk.state(ref), desk)).toEqual([]);
      expect(desk.ask(ref, { type: 'redate-obligations' }, clock)).toEqual({ kind: 'changes', changes: [] });
    }
    desk.calendar = townCalendar;
    for (const ref of desk.refs.values()) {
      const before = desk.state(ref);
      desk.done(ref, { type: 'redate-obligations' }, clock);
      expect(lostByRedating(before, desk.state(ref), desk)).toEqual([]);
      desk.enforce(ref);
      const next = nextDueAtMs(desk.state(ref).obligations);
      expect(next === null || next > desk.nowMs).toBe(true);
    }
  });
});
