import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { withoutMunicipality, writeHeartbeat } from '#libs/persistence';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDesk, openHousehold, testRolePasswords, type Desk } from '../../../libs/persistence/src/testing/index.ts';
import type { OperatorConfig } from './config.ts';
import { tellAudit } from './audit.ts';
import { tellHealth } from './health.ts';
import { rebuild } from './rebuild.ts';
import { Refusal } from './refusal.ts';

// Real: PostgreSQL with its roles, the executor that opened the records. Not here: Temporal, the pages.

const nobody = 'http://127.0.0.1:9';
let desk: Desk;
let clock: DataSource;
let config: OperatorConfig;
const said: string[] = [];

const nudges = async (): Promise<readonly { key: string }[]> =>
  withoutMunicipality(
    clock,
    { name: 'test-nudges', text: `delete from outbox where topic = 'nudge' returning key` },
    [],
  );

beforeAll(async () => {
  desk = await openDesk();
  clock = desk.clockRole;
  config = {
    databaseUrl: desk.database.ownerUrl,
    rolePasswords: testRolePasswords,
    temporalAddress: undefined,
    temporalNamespace: 'default',
    publicUrl: nobody,
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
    await rebuild({ restart: false, perSecond: 100 }, config);
    expect(said).toEqual(['終わっていない記録はありません。']);

    const opened = [await openHousehold(desk), await openHousehold(desk)];
    await nudges();
    for (let time = 0; time < 2; time += 1) {
      said.length = 0;
      await rebuild({ restart: false, perSecond: 100 }, config);
      expect(said.at(-1)).toBe('2 件の手続きを立て直しました。');
      expect(await nudges()).toHaveLength(opened.length);
    }
  });

  it('says what is missing when it is to restart and Temporal is not known or does not answer', async () => {
    const order = { restart: true, perSecond: 100 };
    await expect(rebuild(order, config)).rejects.toMatchObject({ message: 'cli.temporal-missing' });
    const away = rebuild(order, { ...config, temporalAddress: '127.0.0.1:9' });
    await expect(away).rejects.toBeInstanceOf(Refusal);
  });
});

describe('tsunagi health', () => {
  it('asks the database when the pages do not answer, and is bad', async () => {
    await writeHeartbeat(clock, 'worker');
    expect(await tellHealth(undefined, config)).toBe(1);
    const text = said.join('\n');
    expect(text).toContain(`画面が応答しません(${nobody})。`);
    expect(text).toMatch(
      /○ データベース: 応答しています\n○ 手続きを動かす係\(ワーカー\): \d 秒前に合図がありました\n× メールを送る係: 合図がまだありません/u,
    );
  });

  it('says when the database is away too', async () => {
    expect(await tellHealth(undefined, { ...config, databaseUrl: 'postgres://owner:x@127.0.0.1:9/none' })).toBe(1);
    expect(said).toEqual([`画面が応答しません(${nobody})。`, '× データベース: 応答しません']);
  });

  it.each([
    ['ok', [], 200, 0],
    ['bad', ['due'], 503, 1],
  ])('tells what the pages say: %s', async (status, wrong, httpStatus, exitCode) => {
    const health = {
      status,
      database: 'ok',
      workerSeconds: 1,
      notifierSeconds: 2,
      oldestOutboxSeconds: null,
      oldestDueMinutes: 20,
      wrong,
    };
    const pages = createServer((_request, response) => {
      response.writeHead(httpStatus, { 'content-type': 'application/json' }).end(JSON.stringify(health));
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    const { port } = pages.address() as AddressInfo;
    expect(await tellHealth(`http://127.0.0.1:${port}/`)).toBe(exitCode);
    expect(said.at(-1)).toBe(`${exitCode === 0 ? '○' : '×'} 過ぎたのに動いていない期日: いちばん古いもので 20 分`);
    pages.close();
  });
});

describe('tsunagi audit', () => {
  it('[R70] counts the links of the chain that hold, and names the first that does not', async () => {
    await openHousehold(desk);
    expect(await tellAudit('higashiagatsuma', config)).toBe(0);
    expect(said.at(-1)).toMatch(/^監査記録 \d+ 件のつながりを確かめました/);

    const superuser = new pg.Client(desk.database.superuserUrl);
    await superuser.connect();
    await superuser.query(`update audit_entry set action = 'something else' where seq = 1`);
    await superuser.end();
    expect(await tellAudit('higashiagatsuma', config)).toBe(1);
    expect(said.at(-1)).toBe('監査記録の 1 件目から先が合いません: 記録が書き換えられています。');
  });
});
