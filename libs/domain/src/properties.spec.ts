import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { definitionOf } from './definitions.ts';
import type { Actor } from './record/actor.ts';
import type { KeptState } from './record/keeping.ts';
import type { RecordChange, Verdict } from './record/transact.ts';
import { brokenBetween, brokenBy } from './testing/broken-promises.ts';
import { Dice } from './testing/dice.ts';
import { DomainDesk } from './testing/domain-desk.ts';
import { makeCase } from './testing/make-case.ts';
import { propose, systemCommands, type Proposal } from './testing/random-work.ts';
import { coordinator, deputy, manager, workflow } from './testing/town-people.ts';
import { stages } from './case/stage.ts';

const actors: Readonly<Record<string, Actor>> = { manager, deputy, workflow };
const steps = fc.array(fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }), { minLength: 20, maxLength: 60 });

interface Course {
  readonly desk: DomainDesk;
  readonly said: readonly string[];
}

/** Lives through random days; stops with all that was said when a promise is broken. */
function live(
  start: number,
  days: readonly (readonly number[])[],
  afterwards: (desk: DomainDesk, last?: Proposal, verdict?: Verdict) => readonly string[],
): Course {
  const said: string[] = [];
  const broken: string[] = [];
  const desk: DomainDesk = new DomainDesk({
    seen: (change: RecordChange, actor: Actor) => {
      broken.push(...brokenBy(change, actor, desk));
    },
  });
  const stop = (): void => {
    if (broken.length > 0)
      throw new Error(`${[...new Set(broken)].join('\n')}\n--- ${said.length} said:\n${said.join('\n')}`);
  };
  const stage = stages[start % stages.length] ?? 'intake';
  makeCase({ desk, stage });
  said.push(`a case in ${stage}`);
  stop();
  if (start % 2) makeCase({ desk });
  for (const numbers of days) {
    const dice = new Dice(numbers);
    const kind = dice.roll(8);
    if (kind === 0) {
      const days = dice.of([1, 2, 3, 5, 9, 24]);
      said.push(`${desk.today}: ${days} 開庁日 pass`);
      desk.passOpenDays(days);
    } else if (kind === 1) {
      // The clock was away: everything that fell due meanwhile is enforced at once.
      const from = desk.today;
      desk.nowMs += (1 + dice.roll(40)) * 86_400_000;
      said.push(`${from}: nobody enforces until ${desk.today}`);
      for (const ref of desk.refs.values()) desk.enforce(ref);
    } else {
      const proposal = propose(desk, dice);
      if (proposal) {
        const actor = actors[proposal.as ?? ''] ?? coordinator;
        const verdict = desk.give(proposal.ref, proposal.command, actor);
        said.push(
          `${desk.today}: ${proposal.ref.id} ${JSON.stringify(proposal.command)} ${verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind}`,
        );
        broken.push(...afterwards(desk, proposal, verdict));
      }
    }
    broken.push(...brokenBetween(desk));
    stop();
  }
  return { desk, said };
}

const check = (
  seed: number,
  numRuns: number,
  property: (start: number, days: readonly (readonly number[])[]) => void,
): void => {
  fc.assert(fc.property(fc.nat(999), steps, property), { seed, numRuns, endOnFailure: false });
};

it('keeps its promises after every commit', () => {
  check(20260601, 150, (start, days) => void live(start, days, () => []));
});

it('replaying the log gives the stored state', () => {
  check(20260602, 60, (start, days) => {
    const { desk } = live(start, days, () => []);
    for (const ref of desk.refs.values()) {
      const log = JSON.parse(JSON.stringify(desk.logs.get(ref.id))) as { type: string; v: number }[];
      const folded = log.reduce<KeptState | undefined>(
        (state, event) => definitionOf(ref.kind).apply(state, event),
        undefined,
      );
      expect(folded).toEqual(desk.state(ref));
    }
  });
});

it('a procedure repeats itself without doing anything twice', () => {
  check(20260603, 60, (start, days) => {
    live(start, days, (desk, last, verdict) => {
      if (!last || !systemCommands.has(last.command.type)) return [];
      if (verdict?.kind === 'refused' && verdict.refusal.code !== 'already-so')
        return [`${last.command.type} was refused with ${verdict.refusal.code}`];
      const again = desk.ask(last.ref, last.command, workflow);
      return again.kind === 'refused' && again.refusal.code === 'already-so'
        ? []
        : [`${last.command.type} was done twice`];
    });
  });
});
