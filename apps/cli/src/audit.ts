import { verifyChain, type ChainVerdict } from '#libs/audit';
import { inMunicipality, openDataSource, roleUrl } from '#libs/persistence';
import { readOperatorConfig, type OperatorConfig } from './config.ts';

const faults: Readonly<Record<NonNullable<ChainVerdict['broken']>['why'], string>> = {
  'entry-missing': '記録が抜けています',
  'entry-altered': '記録が書き換えられています',
  'events-altered': '記録が指す出来事が書き換えられています',
  'text-altered': '記録が指す文章が書き換えられています',
  'disclosure-altered': '記録が指す情報提供の記録が書き換えられています',
  'head-differs': '最後の記録が、控えと合いません',
};

/** Verifies the audit chain of one municipality (R70) and says what holds. @returns 0 when all of it holds, else 1 */
export async function tellAudit(municipality: string, given?: OperatorConfig): Promise<number> {
  const config = given ?? (await readOperatorConfig());
  const app = await openDataSource({
    databaseUrl: roleUrl(config.databaseUrl, 'app', config.rolePasswords.app),
    poolSize: 1,
    applicationName: 'tsunagi-audit',
  });
  try {
    const { entries, broken } = await inMunicipality(app, { municipality }, verifyChain);
    if (broken === null) {
      console.log(`監査記録 ${entries} 件のつながりを確かめました。書き換えや抜けはありません。`);
      return 0;
    }
    console.log(`監査記録の ${broken.seq} 件目から先が合いません: ${faults[broken.why]}。`);
    return 1;
  } finally {
    await app.destroy();
  }
}
