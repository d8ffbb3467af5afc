import { expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApiConfig } from './config.ts';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const env = {
  DATABASE_URL: 'postgres://owner:secret@db/tsunagi',
  PUBLIC_URL: 'https://tsunagi.example.jp/',
  TSUNAGI_APP_PASSWORD: 'a',
  TSUNAGI_CLOCK_PASSWORD: 'c',
  TSUNAGI_MASTER_KEY: key(1),
};

it('takes master keys of before from the setting or from a file, and none when neither is given', () => {
  const older = [key(2), key(3)];
  expect(readApiConfig(env).olderMasterKeys).toEqual([]);
  expect(readApiConfig({ ...env, TSUNAGI_OLDER_MASTER_KEYS: older.join(', ') }).olderMasterKeys).toEqual(older);
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-keys-'));
  const file = join(folder, 'older');
  writeFileSync(file, `${older.join(',')}\n`);
  expect(readApiConfig({ ...env, TSUNAGI_OLDER_MASTER_KEYS_FILE: file }).olderMasterKeys).toEqual(older);
  rmSync(folder, { recursive: true });
});

it('trusts no proxy but those that are named', () => {
  expect(readApiConfig(env).trustedProxies).toEqual([]);
  expect(readApiConfig({ ...env, TSUNAGI_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16,' }).trustedProxies).toEqual([
    '10.0.0.1',
    '10.1.0.0/16',
  ]);
});

it('names the setting that is missing or cannot be a key, and never the value', () => {
  expect(() => readApiConfig({ ...env, TSUNAGI_OLDER_MASTER_KEYS: `${key(2)},short` })).toThrow(
    /^TSUNAGI_OLDER_MASTER_KEYS (?!.*short)/u,
  );
  expect(() => readApiConfig({ ...env, TSUNAGI_APP_PASSWORD: ' ' })).toThrow('TSUNAGI_APP_PASSWORD is missing');
});
