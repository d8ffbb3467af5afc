import { recordOfWorkflowId, type RecordRef } from '#libs/contracts';
import { standingForNudge, withoutMunicipality, type Statement } from '#libs/persistence';
import { RecordFollowers } from '#libs/simulator';
import { randomUUID } from 'node:crypto';
import type { ApiBed } from './api-bed.ts';

/** What the procedures need of the house: its executor, the clock's connection, and the clock itself. */
type House = Pick<ApiBed, 'parts' | 'clock'>;

const nudges: Statement = { name: 'test-nudges', text: `delete from outbox where topic = 'nudge' returning key` };
const due: Statement = {
  name: 'test-due',
  text: `select municipality_id as municipality, kind, id, (extract(epoch from next_due_at) * 1000)::float8 as "atMs" from record
         where next_due_at is not null order by next_due_at, id limit 1`,
};

/**
 * The real procedures in this process, over the real executor and outbox: what Temporal, the relay and the follower's timer do in the
 * house, a test does by saying "let what follows happen" and "let time pass".
 */
export class InProcessProcedures {
  readonly #bed: House;
  readonly #followers: RecordFollowers;
  #underWay = 0;

  constructor(bed: House) {
    this.#bed = bed;
    this.#followers = new RecordFollowers(async (ref, command, decided) => {
      this.#underWay += 1;
      try {
        const commandId = `${ref.id}/${decided.seq}/${command.type}`;
        const answer = await bed.parts.executor.execute({ ref, command, commandId, actor: { kind: 'workflow' } });
        const standing = answer.kind === 'done' ? answer.standing : await this.#standingOf(ref);
        return answer.kind === 'refused' ? { standing, refused: answer.refusal.code } : { standing };
      } finally {
        this.#underWay -= 1;
      }
    });
  }

  /** Carries every nudge that waits, and lets the procedures do what follows, until nothing does. */
  async follow(): Promise<void> {
    for (;;) {
      const keys = await withoutMunicipality<{ key: string }>(this.#bed.parts.clockRole, nudges, []);
      for (const { key } of keys) {
        const ref = recordOfWorkflowId(key);
        if (ref) this.#followers.show(ref, await this.#standingOf(ref));
      }
      do await new Promise((resolve) => setImmediate(resolve));
      while (this.#underWay > 0);
      await new Promise((resolve) => setImmediate(resolve));
      if (keys.length === 0 && this.#underWay === 0) return;
    }
  }

  /** Lets time pass up to `toMs`: each ladder step at its own instant, then what follows from it. */
  async passTo(toMs: number): Promise<void> {
    await this.follow();
    for (;;) {
      const [next] = await withoutMunicipality<RecordRef & { readonly atMs: number }>(
        this.#bed.parts.clockRole,
        due,
        [],
      );
      if (!next || next.atMs > toMs) break;
      const { municipality, kind, id, atMs } = next;
      this.#bed.clock.setTo(Math.max(atMs, this.#bed.clock.nowMs(0)));
      const ref = { municipality, kind, id };
      const answer = await this.#bed.parts.executor.execute({
        ref,
        command: { type: 'enforce' },
        commandId: randomUUID(),
        actor: { kind: 'clock' },
      });
      if (answer.kind !== 'done') throw new Error(`enforce was not done: ${JSON.stringify(answer)}`);
      this.#followers.show(ref, answer.standing);
      await this.follow();
    }
    this.#bed.clock.setTo(toMs);
  }

  async #standingOf(ref: RecordRef): ReturnType<typeof mustStand> {
    return mustStand(ref, await standingForNudge(this.#bed.parts.clockRole, ref));
  }
}

type Stands = NonNullable<Awaited<ReturnType<typeof standingForNudge>>>;

async function mustStand(ref: RecordRef, standing: Stands | undefined): Promise<Stands> {
  if (!standing) throw new Error(`no record ${ref.id}`);
  return Promise.resolve(standing);
}
