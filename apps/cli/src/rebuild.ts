import { setTimeout as pause } from 'node:timers/promises';
import { nudgeRecords, openDataSource, openRecords, roleUrl } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { readOperatorConfig, type OperatorConfig } from './config.ts';
import { Refusal } from './refusal.ts';

export interface RebuildOrder {
  /** End what runs and begin it from the log: after a change that running workflows cannot replay. */
  readonly restart: boolean;
  /** Records a second at most. */
  readonly perSecond: number;
}

const pageSize = 200;

/**
 * Builds every open record's procedure up again from the record. With a lost Temporal store a nudge each is enough: the relay starts
 * what does not run. What is done is not done twice; may be stopped and repeated at any time.
 * @throws Refusal when nothing runs here, or Temporal is needed and not known
 */
export async function rebuild(order: RebuildOrder, given?: OperatorConfig): Promise<void> {
  const config = given ?? (await readOperatorConfig());
  const clock = await openDataSource({
    databaseUrl: roleUrl(config.databaseUrl, 'clock', config.rolePasswords.clock),
    poolSize: 2,
    applicationName: 'tsunagi-rebuild',
  });
  try {
    const records = order.restart
      ? await restarted(clock, config, order.perSecond)
      : await nudged(clock, order.perSecond);
    console.log(records === 0 ? '終わっていない記録はありません。' : `${records} 件の手続きを立て直しました。`);
  } finally {
    await clock.destroy();
  }
}

async function nudged(clock: DataSource, perSecond: number): Promise<number> {
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
