import { workflowIdOf } from '#libs/contracts';
import { migrate, refoldRecords } from '#libs/persistence';
import { readOperatorConfig, rebuilderAccess, type OperatorConfig } from './config.ts';

/**
 * Brings the schema, the serving roles and the open records up to this version. Safe to stop and to repeat.
 * @returns 0, or 1 when the log of a record does not fold
 * @throws Refusal for a missing setting, before anything is done; other errors when the database does not answer
 */
export async function migrateDatabase(given?: OperatorConfig): Promise<number> {
  const config = given ?? (await readOperatorConfig());
  const access = rebuilderAccess(config);
  await migrate({ databaseUrl: config.databaseUrl, rolePasswords: config.rolePasswords });
  console.log('データベースの形は最新です。');
  const { refolded, failed } = await refoldRecords(access, {
    onProgress: (done, of) => {
      console.log(`  ${of} 件のうち ${done} 件`);
    },
  });
  if (refolded > 0) console.log(`前の版が残した ${refolded} 件の記録を、いまの形に直しました。`);
  for (const ref of failed) console.log(`  ${workflowIdOf(ref)}: 出来事の記録から作り直せません`);
  return failed.length === 0 ? 0 : 1;
}
