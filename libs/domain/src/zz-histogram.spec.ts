import { it } from '@jest/globals';
import fc from 'fast-check';
import { BrokenPromise, live } from './testing/random-life.ts';
import { systemCommands } from './testing/random-work.ts';
import { workflow } from './testing/town-people.ts';

it('histogram', () => {
  const found = new Map<string, { n: number; shortest: string }>();
  const answers = new Map<string, number>();
  const stages = new Map<string, number>();
  const steps = fc.array(fc.array(fc.nat(9999), { minLength: 14, maxLength: 14 }), { minLength: 20, maxLength: 80 });
  for (const [start, days] of fc.sample(fc.tuple(fc.nat(999), steps), {
    numRuns: Number(process.env['RUNS'] ?? 300),
    seed: Number(process.env['SEED'] ?? 1),
  })) {
    try {
      live(start, days, (desk, last, verdict) => {
        const a = `${last.command.type} ${verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind}`;
        answers.set(a, (answers.get(a) ?? 0) + 1);
        for (const ref of desk.refs.values())
          if (ref.kind === 'support-case')
            stages.set(desk.case(ref).stage, (stages.get(desk.case(ref).stage) ?? 0) + 1);
        if (!systemCommands.has(last.command.type)) return [];
        if (verdict.kind === 'refused' && verdict.refusal.code !== 'already-so')
          return [`${last.command.type} was refused with ${verdict.refusal.code}`];
        const again = desk.ask(last.ref, last.command, workflow);
        return again.kind === 'refused' && again.refusal.code === 'already-so'
          ? []
          : [`${last.command.type} was done twice`];
      });
    } catch (e) {
      const names = e instanceof BrokenPromise ? e.promises : [(e as Error).stack ?? ''];
      for (const name of names) {
        const k = name.replace(/\(.*/s, '').replace(/-\d+/g, '-N');
        const f = found.get(k);
        const msg = (e as Error).message + name;
        if (!f) found.set(k, { n: 1, shortest: msg });
        else found.set(k, { n: f.n + 1, shortest: f.shortest.length < msg.length ? f.shortest : msg });
      }
    }
  }
  for (const [k, v] of found)
    console.log(
      `### ${v.n} × ${k}\n${v.shortest.split('\n').slice(0, 3).join('\n')}\n…\n${v.shortest.split('\n').slice(-8).join('\n')}`,
    );
  if (process.env['ANSWERS'])
    console.log(
      [...answers]
        .sort()
        .map(([k, n]) => `${n} ${k}`)
        .join('\n'),
      JSON.stringify([...stages]),
    );
});
