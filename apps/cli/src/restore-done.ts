import { longPatience, openDataSource, raiseEpoch, roleUrl } from '#libs/persistence';
import { readOperatorConfig, type OperatorConfig } from './config.ts';
import { nudgeAll } from './rebuild.ts';

/**
 * The database was put back to a backup: from now on every standing says so, and every workflow is told where its record stands again.
 * May be repeated.
 * @throws Refusal when nothing runs here
 */
export async function restoreDone(perSecond: number, given?: OperatorConfig): Promise<void> {
  const { databaseUrl, rolePasswords } = given ?? (await readOperatorConfig());
  const clock = await openDataSource({
    databaseUrl: roleUrl(databaseUrl, 'clock', rolePasswords.clock),
    poolSize: 1,
    applicationName: 'tsunagi-restore-done',
    patience: longPatience,
  });
  try {
    await raiseEpoch(clock);
    const records = await nudgeAll(clock, perSecond);
    console.log(`データベースを戻したことを記しました。${records} 件の手続きに知らせます。`);
  } finally {
    await clock.destroy();
  }
}
