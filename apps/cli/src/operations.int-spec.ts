import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { workflowIdOf } from '#libs/contracts';
import {
  healthFacts,
  raiseAlarm,
  searchAttributesAre,
  settleAlarm,
  standingForNudge,
  startSigns,
  withoutMunicipality,
} from '#libs/persistence';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDesk, openHousehold, testRolePasswords, type Desk } from '../../../libs/persistence/src/testing/index.ts';
import type { OperatorConfig } from './config.ts';
import { tellAudit } from './audit.ts';
import { tellHealth } from './health.ts';
import { migrateDatabase } from './migrate.ts';
import { rebuild } from './rebuild.ts';
import { restoreDone } from './restore-done.ts';
import { Refusal } from './refusal.ts';

// Real: PostgreSQL with its roles, the executor that opened the records. Not here: Temporal, the pages.

const nobody = 'http://127.0.0.1:9';
const masterKey = Buffer.alloc(32, 7).toString('base64');
const order = { check: false, restart: false, perSecond: 1_000 };
let desk: Desk;
let clock: DataSource;
let config: OperatorConfig;
const said: string[] = [];

const asSuperuser = async (
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> => {
  const superuser = new pg.Client(desk.database.superuserUrl);
  await superuser.connect();
  try {
    return (await superuser.query<Record<string, unknown>>(text, [...values])).rows;
  } finally {
    await superuser.end();
  }
};
/** Everything that is kept of a record beside its log. */
const stored = async (id: string) => ({
  record: await asSuperuser('select * from record where id = $1', [id]),
  lines: await asSuperuser('select * from support_case where record_id = $1', [id]),
  obligations: await asSuperuser('select * from obligation where record_id = $1 order by key', [id]),
});

const nudges = async (): Promise<readonly { key: string }[]> =>
  withoutMunicipality(
    clock,
    { name: 'test-nudges', text: `delete from outbox where topic = 'nudge' returning key` },
    [],
  );

beforeAll(async () => {
  desk = await openDesk({ masterKey });
  clock = desk.clockRole;
  config = {
    databaseUrl: desk.database.ownerUrl,
    rolePasswords: testRolePasswords,
    temporalAddress: undefined,
    temporalNamespace: 'default',
    publicUrl: nobody,
    masterKey,
    olderMasterKeys: [],
    demo: true,
  };
});

afterAll(async () => {
  await desk.close();
});

beforeEach(() => {
  said.length = 0;
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => void said.push(String(text)));
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('tsunagi rebuild', () => {
  it('puts a nudge for every open record, also a second time', async () => {
    expect(await rebuild(order, config)).toBe(0);
    expect(said.at(-1)).toBe('終わっていない記録はありません。');

    const opened = [await openHousehold(desk), await openHousehold(desk)];
    await nudges();
    for (let time = 0; time < 2; time += 1) {
      said.length = 0;
      expect(await rebuild(order, config)).toBe(0);
      expect(said).toContain(
        '2 件の記録を確かめ、違いを直しました。違い 0 件、前の版の形 0 件、作り直せないもの 0 件。',
      );
      expect(said.at(-1)).toBe('2 件の手続きを立て直しました。');
      expect(await nudges()).toHaveLength(opened.length);
    }
  });

  it('reports with --check what differs from the log and leaves it, and puts it right without', async () => {
    const { ref } = await openHousehold(desk);
    const whole = await stored(ref.id);
    await asSuperuser(
      `update record set state = state || '{"urgent": true}', standing = standing || '{"screened": true}', is_open = false where id = $1`,
      [ref.id],
    );
    await asSuperuser('update support_case set round = 9 where record_id = $1', [ref.id]);
    await asSuperuser('delete from obligation where record_id = $1', [ref.id]);
    const damaged = await stored(ref.id);
    expect(await rebuild({ ...order, check: true }, config)).toBe(1);
    expect(said.filter((line) => line.includes(ref.id))).toEqual([
      expect.stringMatching(
        /^ {2}support-case\/higashiagatsuma\/\S+: state\.urgent standing\.screened record\.isOpen support_case\.round obligation\/\S+\.missing$/u,
      ),
    ]);
    expect(await stored(ref.id)).toEqual(damaged);
    await nudges();

    expect(await rebuild(order, config)).toBe(0);
    expect(await stored(ref.id)).toEqual(whole);
    expect((await nudges()).map(({ key }) => key)).toContain(workflowIdOf(ref));
    expect(await rebuild({ ...order, check: true }, config)).toBe(0);
  });

  it('goes on with the others when a log does not fold, names the record, and is bad', async () => {
    const { ref } = await openHousehold(desk);
    await asSuperuser(`update record set state = state || '{"urgent": true}' where id = $1`, [ref.id]);
    const broken = await openHousehold(desk);
    const rename = `update event set payload = jsonb_set(payload, '{type}', to_jsonb($2::text)) where record_id = $1 and seq = 1`;
    await asSuperuser(rename, [broken.ref.id, 'unheard-of']);
    expect(await rebuild(order, config)).toBe(1);
    expect(said.filter((line) => line.includes(broken.ref.id))).toEqual([
      `  ${workflowIdOf(broken.ref)}: 出来事の記録から作り直せません(Error)`,
    ]);
    expect((await stored(ref.id)).record[0]).toMatchObject({ state: { urgent: false } });
    await asSuperuser(rename, [broken.ref.id, 'case-opened']);
  });

  it('says what is missing when it is to restart and Temporal is not known or does not answer', async () => {
    const restart = { ...order, restart: true };
    await expect(rebuild(restart, config)).rejects.toMatchObject({ message: 'cli.temporal-missing' });
    const away = rebuild(restart, { ...config, temporalAddress: '127.0.0.1:9' });
    await expect(away).rejects.toBeInstanceOf(Refusal);
  });

  it('refuses without the master key, as migrate does', async () => {
    const keyless = { ...config, masterKey: undefined };
    await expect(rebuild(order, keyless)).rejects.toMatchObject({ message: 'cli.setting-missing' });
    await expect(migrateDatabase(keyless)).rejects.toMatchObject({ message: 'cli.setting-missing' });
  });
});

describe('tsunagi migrate', () => {
  it('folds the open records anew that an older version left, says how far it is, and does nothing twice', async () => {
    const { ref } = await openHousehold(desk);
    const whole = await stored(ref.id);
    await asSuperuser(`update record set shape = 1, state = state - 'urgent' where id = $1`, [ref.id]);
    expect(await migrateDatabase(config)).toBe(0);
    expect(said).toEqual([
      'データベースの形は最新です。',
      '  1 件のうち 1 件',
      '前の版が残した 1 件の記録を、いまの形に直しました。',
    ]);
    expect(await stored(ref.id)).toEqual(whole);
    said.length = 0;
    expect(await migrateDatabase(config)).toBe(0);
    expect(said).toEqual(['データベースの形は最新です。']);
  });
});

describe('tsunagi restore-done', () => {
  it('raises the epoch each time and nudges every open record', async () => {
    const { ref } = await openHousehold(desk);
    const epochs: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      await nudges();
      await restoreDone(1_000, config);
      epochs.push((await standingForNudge(clock, ref))?.epoch ?? 0);
      expect((await nudges()).map(({ key }) => key)).toContain(workflowIdOf(ref));
    }
    expect(epochs[0]).toBeGreaterThan(1_700_000_000);
    expect(epochs[1]).toBeGreaterThan(epochs[0]!);
    expect(said.at(-1)).toMatch(/^データベースを戻したことを記しました。\d+ 件の手続きに知らせます。$/u);
  });
});

describe('tsunagi health', () => {
  it('asks the database when the pages do not answer, and is bad', async () => {
    const signs = startSigns(clock, { name: 'worker', onMissed: () => undefined });
    while ((await healthFacts(clock)).processes.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await tellHealth(undefined, config)).toBe(1);
    const text = said.join('\n');
    expect(text).toContain(`画面が応答しません(${nobody})。`);
    expect(text).toMatch(
      /○ データベース: 応答しています\n○ 書き込み: できています\n○ 手続きを動かす係\(ワーカー\): \d 秒前に合図がありました\n× メールを送る係: 合図がまだありません\n {4}→ notifier を起動してください。/u,
    );
    expect(text).toContain('○ 動いている係: 画面 0、手続きを動かす係(ワーカー) 1、メールを送る係 0');
    await signs.close();
  });

  it('lists every alarm with its record, since when, what and why', async () => {
    const { ref } = await openHousehold(desk);
    await raiseAlarm(desk.app, ref, { kind: 'command-refused', what: 'tell-roles', code: 'plan.consent-missing' });
    expect(await tellHealth(undefined, config)).toBe(1);
    expect(said.slice(-3)).toEqual([
      '× 片づいていない警報: 1 件',
      '    → 下の記録を開いて確かめてください。片づくと消えます。',
      expect.stringMatching(
        new RegExp(`^ {2}\\S+Z から command-refused ${workflowIdOf(ref)} tell-roles plan.consent-missing 1 回$`, 'u'),
      ),
    ]);
    await settleAlarm(desk.app, ref, 'tell-roles');
  });

  it('says since when Temporal lacks search attributes', async () => {
    await searchAttributesAre(clock, false);
    expect(await tellHealth(undefined, config)).toBe(1);
    expect(said.join('\n')).toMatch(/\n× Temporal の検索属性: Temporal が知らないものがあります\(\d+ 秒前から\)\n/u);
    await searchAttributesAre(clock, true);
  });

  it('says when the database is away too', async () => {
    expect(await tellHealth(undefined, { ...config, databaseUrl: 'postgres://owner:x@127.0.0.1:9/none' })).toBe(1);
    expect(said).toEqual([
      `画面が応答しません(${nobody})。`,
      '× データベース: 応答しません',
      expect.stringContaining('→ PostgreSQL が動いているか'),
    ]);
  });

  it.each([
    ['ok', [], 200, 0],
    ['bad', ['due'], 503, 1],
  ])('tells what the pages say: %s', async (status, wrong, httpStatus, exitCode) => {
    const health = {
      status,
      ...{ database: 'ok', writing: 'ok', processes: [], workerSeconds: 1, notifierSeconds: 2, unhandledSeconds: null },
      ...{ oldestOutboxSeconds: null, oldestDueMinutes: 20, openRecords: 3, runningWorkflows: null },
      unsearchableSeconds: null,
      alarmCount: 0,
      alarms: [],
      wrong,
    };
    const pages = createServer((_request, response) => {
      response.writeHead(httpStatus, { 'content-type': 'application/json' }).end(JSON.stringify(health));
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    const { port } = pages.address() as AddressInfo;
    expect(await tellHealth(`http://127.0.0.1:${port}/`)).toBe(exitCode);
    const due = '過ぎたのに動いていない期日: いちばん古いもので 20 分';
    expect(said.slice(exitCode === 0 ? -4 : -5)).toEqual([
      ...(exitCode === 0
        ? [`○ ${due}`]
        : [`× ${due}`, '    → 期日どおりに進んでいません。ワーカーと Temporal を確かめてください。']),
      '○ 動いている手続き: まだ数えていません(終わっていない記録 3 件)',
      '○ Temporal の検索属性: 足りています',
      '○ 片づいていない警報: ありません',
    ]);
    pages.close();
  });
});

describe('tsunagi audit', () => {
  it('[R70] counts the links of the chain that hold, and names the first that does not', async () => {
    await openHousehold(desk);
    const { municipality } = desk;
    expect(await tellAudit({ municipality }, config)).toBe(0);
    expect(said.at(-3)).toMatch(/^監査記録 \d+ 件のつながりと、記録 \d+ 件の内容・文章を確かめました/);
    expect(await tellAudit({ municipality, head: true }, config)).toBe(0);
    const noted = said.at(-1)!;
    expect(said.at(-3)).toBe(`先頭: ${noted}`);
    await openHousehold(desk);
    expect(await tellAudit({ municipality, sinceHead: noted }, config)).toBe(0);
    expect(said.at(-1)).toBe('控えておいた先頭は、いまの監査記録の中にあります。');
    expect(await tellAudit({ municipality, sinceHead: '0'.repeat(64) }, config)).toBe(1);

    const superuser = new pg.Client(desk.database.superuserUrl);
    await superuser.connect();
    await superuser.query(`update audit_entry set action = 'something else' where seq = 1`);
    await superuser.end();
    expect(await tellAudit({ municipality }, config)).toBe(1);
    expect(said.at(-1)).toBe('監査記録の 1 件目が書き換えられています。');
  });

  it('[R70] does not call a name that nobody has, or a town without a single entry, whole', async () => {
    expect(await tellAudit({ municipality: 'nowhere' }, config)).toBe(1);
    expect(said.at(-1)).toBe('この記号の自治体はありません: nowhere。');
    await expect(tellAudit({ municipality: 'nowhere', head: true }, config)).rejects.toThrow('cli.no-head');
  });
});
