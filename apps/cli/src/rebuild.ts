import {
  nudgeRecords,
  openRecords,
  throughEveryRecord,
  withRebuilder,
  type RecordFinding,
  type RecordRebuilder,
} from '#libs/persistence';
import { workflowIdOf, type RecordRef } from '#libs/contracts';
import type { DataSource } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import { readOperatorConfig, rebuilderAccess, type OperatorConfig } from './config.ts';
import { Refusal } from './refusal.ts';

export interface RebuildOrder {
  /** Only compare and report. */
  readonly check: boolean;
  /** End what runs and begin it from the log: after a change that running workflows cannot replay. */
  readonly restart: boolean;
  /** Records a second at most. */
  readonly perSecond: number;
}

const pageSize = 200;

/**
 * Holds every record against its log and puts right what differs, then builds the procedure of every open one up again. With a lost
 * Temporal store a nudge each is enough: the relay starts what does not run. What is done is not done twice; may be stopped and
 * repeated at any time.
 * @returns 0; 1 when a log does not fold, or `check` found a difference
 * @throws Refusal when nothing runs here, or Temporal is needed and not known
 */
export async function rebuild(order: RebuildOrder, given?: OperatorConfig): Promise<number> {
  const config = given ?? (await readOperatorConfig());
  return withRebuilder(rebuilderAccess(config), async ({ clock, rebuilder }) => {
    const { differing, broken } = await compared(clock, rebuilder, order);
    if (order.check) return differing + broken === 0 ? 0 : 1;
    const records = order.restart
      ? await restarted(clock, config, order.perSecond)
      : await nudgeAll(clock, order.perSecond);
    console.log(records === 0 ? '終わっていない記録はありません。' : `${records} 件の手続きを立て直しました。`);
    return broken === 0 ? 0 : 1;
  });
}

async function compared(
  clock: DataSource,
  rebuilder: RecordRebuilder,
  { check, perSecond }: RebuildOrder,
): Promise<{ readonly differing: number; readonly broken: number }> {
  const count = { differing: 0, older: 0, broken: 0 };
  const look = async (ref: RecordRef): Promise<RecordFinding | undefined> =>
    check ? rebuilder.check(ref) : rebuilder.rebuild(ref);
  const all = await throughEveryRecord(clock, { perSecond, onProgress: told }, async (ref) => {
    try {
      const finding = await look(ref);
      if (finding?.older === true) count.older += 1;
      else if (finding && finding.differs.length > 0) {
        count.differing += 1;
        console.log(`  ${workflowIdOf(ref)}: ${finding.differs.join(' ')}`);
      }
    } catch (error) {
      count.broken += 1;
      // The message of an error may quote what stands in the database.
      console.log(`  ${workflowIdOf(ref)}: 出来事の記録から作り直せません(${nameOf(error)})`);
    }
  });
  const { differing, older, broken } = count;
  const did = check ? '確かめました' : '確かめ、違いを直しました';
  console.log(`${all} 件の記録を${did}。違い ${differing} 件、前の版の形 ${older} 件、作り直せないもの ${broken} 件。`);
  return { differing, broken };
}

/** Puts a nudge for every open record, paced. @returns how many */
export async function nudgeAll(clock: DataSource, perSecond: number): Promise<number> {
  let done = 0;
  for (
    let page = await openRecords(clock, undefined, pageSize);
    page.length > 0;
    page = await openRecords(clock, page.at(-1), pageSize)
  ) {
    done += await nudgeRecords(clock, page);
    told(done);
    if (page.length === pageSize) await pause((pageSize / perSecond) * 1_000);
  }
  return done;
}

async function restarted(
  clock: DataSource,
  { temporalAddress, temporalNamespace }: OperatorConfig,
  perSecond: number,
): Promise<number> {
  if (temporalAddress === undefined)
    throw new Refusal('cli.temporal-missing', ['Temporal の場所が分かりません。TEMPORAL_ADDRESS を設定してください。']);
  const { restartAllFromLog, TemporalClient } = await import('#libs/temporal');
  const silent = (): void => undefined;
  const temporal = new TemporalClient(
    { address: temporalAddress, namespace: temporalNamespace },
    { info: silent, warn: silent, error: silent },
  );
  try {
    if (!(await temporal.answers()))
      throw new Refusal('cli.temporal-away', [`Temporal が応答しません(${temporalAddress})。`]);
    return await restartAllFromLog({ clock, temporal, perSecond, onProgress: told });
  } finally {
    await temporal.close();
  }
}

const told = (done: number): void => {
  console.log(`  ${done} 件`);
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
