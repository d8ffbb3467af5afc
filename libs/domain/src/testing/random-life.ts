import type { RecordRef } from '#libs/contracts';
import { stages } from '../case/stage.ts';
import type { Actor } from '../record/actor.ts';
import type { Verdict } from '../record/transact.ts';
import { brokenBetween, brokenBy } from './broken-promises.ts';
import { Dice } from './dice.ts';
import { DomainDesk } from './domain-desk.ts';
import { makeCase } from './make-case.ts';
import { systemCommandsOf, type Proposal } from './random-words.ts';
import { propose } from './random-work.ts';
import { clock, coordinator, deputy, manager, workflow } from './town-people.ts';

const actors: Readonly<Record<string, Actor>> = { manager, deputy, workflow };

/** What is asked after each order; gives the promises that it found broken, in words. */
export type Afterwards = (desk: DomainDesk, last: Proposal, verdict: Verdict) => readonly string[];

/** A promise was broken; the message says which, and all that was said before. */
class BrokenPromise extends Error {
  readonly promises: readonly string[];

  constructor(promises: readonly string[], said: readonly string[]) {
    super(`${promises.join('\n')}\n--- ${String(said.length)} said:\n${said.join('\n')}`);
    this.name = 'BrokenPromise';
    this.promises = promises;
  }
}

/**
 * One or two cases from some stage on, lived through random steps of some numbers each: something is said, days pass, the clock is away.
 * Every commit is checked against what must always hold. @throws BrokenPromise at the first that does not
 */
export function live(
  start: number,
  steps: readonly (readonly number[])[],
  afterwards: Afterwards = () => [],
): DomainDesk {
  const said: string[] = [];
  const broken = new Set<string>();
  const desk: DomainDesk = new DomainDesk({
    seen: (change, actor) => {
      for (const promise of brokenBy(change, actor, desk)) broken.add(promise);
    },
  });
  const check = (more: readonly string[] = []): void => {
    for (const promise of [...more, ...brokenBetween(desk)]) broken.add(promise);
    if (broken.size > 0) throw new BrokenPromise([...broken], said);
  };
  const stage = stages[start % stages.length] ?? 'intake';
  said.push(`a case in ${stage}${start % 2 ? ' and another one' : ''}`);
  makeCase({ desk, stage });
  if (start % 2) makeCase({ desk });
  check();
  // What the procedures would do: every command of theirs that the records take.
  const follow = (): void => {
    for (const ref of [...desk.refs.values()])
      for (const type of systemCommandsOf[ref.kind])
        if (desk.give(ref, { type }, workflow).kind === 'changes') said.push(`${desk.today}: ${ref.id} ${type}`);
    check();
  };
  for (const numbers of steps) {
    const dice = new Dice(numbers);
    if (dice.roll(2)) follow();
    const kind = dice.roll(8);
    if (kind === 0) {
      const days = dice.of([1, 2, 3, 5, 9, 24]);
      said.push(`${desk.today}: ${String(days)} 開庁日 pass`);
      desk.passOpenDays(days);
      check();
    } else if (kind === 1) {
      // The clock was away: everything that fell due meanwhile is enforced at once.
      said.push(`${desk.today}: the clock is away`);
      desk.nowMs += (1 + dice.roll(40)) * 86_400_000;
      for (const ref of desk.refs.values()) desk.enforce(ref);
      check([...desk.refs.values()].flatMap((ref) => changesTwice(desk, ref)));
    } else {
      const proposal = propose(desk, dice);
      if (!proposal) continue;
      const verdict = desk.give(proposal.ref, proposal.command, actors[proposal.as ?? ''] ?? coordinator);
      const answer = verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
      said.push(`${desk.today}: ${proposal.ref.id} ${JSON.stringify(proposal.command)} → ${answer}`);
      check(afterwards(desk, proposal, verdict));
    }
  }
  return desk;
}

/** Enforcing a second time at the same instant changes nothing. */
function changesTwice(desk: DomainDesk, ref: RecordRef): readonly string[] {
  const again = desk.ask(ref, { type: 'enforce' }, clock);
  return again.kind === 'changes' && again.changes.length > 0 ? [`${ref.id} changes when it is enforced twice`] : [];
}
