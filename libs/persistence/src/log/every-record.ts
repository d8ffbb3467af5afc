import { setTimeout as pause } from 'node:timers/promises';
import { recordKinds, type RecordRef } from '#libs/contracts';
import type { Definitions } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';
import type { RecordRebuilder } from './record-rebuilder.ts';

// Which records there are is asked with the clock's connection, what is in them with the app's.

const after = '($1::text is null or (municipality_id, id) > ($1, $2::uuid))';
const every: Statement = {
  name: 'clock-every-record',
  text: `
    select municipality_id as municipality, kind, id from record where ${after} order by municipality_id, id limit $3`,
};
const older: Statement = {
  name: 'clock-older-records',
  text: `
    select municipality_id as municipality, kind, id from record
    where is_open and shape < ($4::jsonb ->> kind)::int and ${after} order by municipality_id, id limit $3`,
};
const olderCount: Statement = {
  name: 'clock-older-count',
  text: 'select count(*)::int as n from record where is_open and shape < ($1::jsonb ->> kind)::int',
};

const pageSize = 200;

export interface Pace {
  /** Records a second at most. */
  readonly perSecond: number;
  /** Told after each page how many were worked through so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Goes through records page by page, paced. May be stopped and begun anew at any time. @returns how many there were */
async function throughPages(
  clock: DataSource,
  statement: Statement,
  more: readonly unknown[],
  { perSecond, onProgress }: Pace,
  work: (ref: RecordRef) => Promise<void>,
): Promise<number> {
  let done = 0;
  let last: RecordRef | undefined;
  for (;;) {
    const values = [last?.municipality ?? null, last?.id ?? null, pageSize, ...more];
    const page: RecordRef[] = await withoutMunicipality<RecordRef>(clock, statement, values);
    for (const ref of page) {
      const beganAt = performance.now();
      await work(ref);
      done += 1;
      const restMs = 1_000 / perSecond - (performance.now() - beganAt);
      if (restMs > 0) await pause(restMs);
    }
    if (page.length > 0) onProgress?.(done);
    if (page.length < pageSize) return done;
    last = page.at(-1);
  }
}

/** Does `work` with every record there is, open or not. @returns how many there were */
export const throughEveryRecord = async (
  clock: DataSource,
  pace: Pace,
  work: (ref: RecordRef) => Promise<void>,
): Promise<number> => throughPages(clock, every, [], pace, work);

/**
 * Folds the open records anew that an older build has folded; closed ones are, when somebody reads or changes them.
 * @returns how many there were, and those whose log does not fold
 */
export async function refoldOlder(
  clock: DataSource,
  rebuilder: Pick<RecordRebuilder, 'rebuild'>,
  definitions: Definitions,
  pace: Omit<Pace, 'onProgress'> & { readonly onProgress?: ((done: number, of: number) => void) | undefined },
): Promise<{ readonly refolded: number; readonly failed: readonly RecordRef[] }> {
  const shapes = JSON.stringify(Object.fromEntries(recordKinds.map((kind) => [kind, definitions(kind).shape])));
  const [count] = await withoutMunicipality<{ n: number }>(clock, olderCount, [shapes]);
  const of = count?.n ?? 0;
  const failed: RecordRef[] = [];
  const { perSecond, onProgress } = pace;
  const told = (done: number): void => onProgress?.(done, of);
  const worked = await throughPages(clock, older, [shapes], { perSecond, onProgress: told }, async (ref) => {
    await rebuilder.rebuild(ref).catch(() => failed.push(ref));
  });
  return { refolded: worked - failed.length, failed };
}
