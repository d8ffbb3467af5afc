import { auditMunicipality, headOf, type Finding } from '#libs/audit';
import { definitionOf } from '#libs/domain';
import {
  inMunicipality,
  openDataSource,
  profileContexts,
  RecordRebuilder,
  roleUrl,
  TextCipher,
  type Transaction,
} from '#libs/persistence';
import { readOperatorConfig, rebuilderAccess, type OperatorConfig } from './config.ts';
import { Refusal } from './refusal.ts';

export interface AuditOrder {
  readonly municipality: string;
  /** Only print the hash of the newest entry, to be kept elsewhere. */
  readonly head?: boolean;
  /** Such a hash, printed at an earlier time: has to be in the chain. */
  readonly sinceHead?: string;
}

const faults: Readonly<Record<Finding['why'], (where: string) => string>> = {
  'entry-missing': (n) => `監査記録の ${n} 件目が抜けています`,
  'entry-altered': (n) => `監査記録の ${n} 件目が書き換えられています`,
  'events-altered': (n) => `監査記録の ${n} 件目が指す出来事が書き換えられています`,
  'text-altered': (n) => `監査記録の ${n} 件目が指す文章が書き換えられています`,
  'text-unreadable': (n) => `監査記録の ${n} 件目が指す文章を開けません(書き換えられたか、マスターキーが違います)`,
  'text-missing': (n) => `監査記録の ${n} 件目が指す文章がありません(廃棄の記録もありません)`,
  'disclosure-altered': (n) => `監査記録の ${n} 件目が指す情報提供の記録が書き換えられています`,
  'head-differs': (n) => `監査記録の ${n} 件目から先が、控えの先頭と合いません`,
  'anchor-missing': () =>
    '控えておいた先頭の値が、いまの監査記録の中にありません。記録の終わりが消されたか、作り直されています',
  'municipality-unknown': (code) => `この記号の自治体はありません: ${code}`,
  'nothing-there': () =>
    '監査記録が 1 件もありません。まだ何も記録していないか、すべて消されています(控えがなければ見分けられません)',
  'events-uncovered': (id) => `監査記録にない出来事があります: ${id}`,
  'text-uncovered': (id) => `監査記録にない文章があります: ${id}`,
  'disclosure-uncovered': (id) => `監査記録にない情報提供の記録があります: ${id}`,
  'record-uncovered': (id) => `監査記録にない記録があります: ${id}`,
  'record-missing': (id) => `監査記録にあるのに、なくなった記録があります: ${id}`,
  'record-differs': (where) => `出来事から作ったものと、いまの内容が違います: ${where}`,
  'log-unfoldable': (id) => `出来事の記録から作り直せません: ${id}`,
};

/** Verifies all that is kept of one municipality (R70) and says what holds. @returns 0 when all of it holds, else 1. @throws Refusal `cli.no-head` when there is none to print */
export async function tellAudit(order: AuditOrder, given?: OperatorConfig): Promise<number> {
  const config = given ?? (await readOperatorConfig());
  const { databaseUrl, rolePasswords, masterKey, olderMasterKeys, demo } = rebuilderAccess(config);
  const { municipality } = order;
  const app = await openDataSource({
    databaseUrl: roleUrl(databaseUrl, 'app', rolePasswords.app),
    poolSize: 1,
    applicationName: 'tsunagi-audit',
  });
  try {
    const cipher = new TextCipher(masterKey, olderMasterKeys);
    const contexts = profileContexts({ demo });
    const rebuilder = new RecordRebuilder({ dataSource: app, definitions: definitionOf, contexts, cipher });
    const scope = { municipality, actor: 'audit', snapshot: true };
    return await inMunicipality(app, scope, async (tx) =>
      order.head === true ? tellHead(tx) : tellFindings(tx, order, { cipher, rebuilder, anchor: order.sinceHead }),
    );
  } finally {
    await app.destroy();
  }
}

async function tellHead(tx: Transaction): Promise<number> {
  const head = await headOf(tx);
  if (!head) throw new Refusal('cli.no-head', [`監査記録がありません: ${tx.municipality}`]);
  console.log(head.hash.toString('hex'));
  return 0;
}

async function tellFindings(
  tx: Transaction,
  { sinceHead }: AuditOrder,
  settings: Parameters<typeof auditMunicipality>[1],
): Promise<number> {
  const { entries, head, records, older, findings } = await auditMunicipality(tx, settings);
  if (findings.length > 0) {
    for (const { why, where } of findings) console.log(`${faults[why](where)}。`);
    return 1;
  }
  console.log(
    `監査記録 ${entries} 件のつながりと、記録 ${records} 件の内容・文章を確かめました。書き換えや抜けはありません。`,
  );
  if (older > 0)
    console.log(
      `前の版の形の記録が ${older} 件あり、いまの内容とはくらべていません(tsunagi migrate で新しくなります)。`,
    );
  console.log(`先頭: ${head}`);
  console.log(
    sinceHead === undefined
      ? '監査記録の終わりや全部が、データベースの持ち主によって内容ごと消されたときは、これだけでは分かりません。先頭の値を別の場所に控え、--since-head で確かめてください。'
      : '控えておいた先頭は、いまの監査記録の中にあります。',
  );
  return 0;
}
