import { describe, expect, it } from '@jest/globals';
import { readLocalConfig } from './config.ts';
import { StartRefusal } from './start-refusal.ts';

const masterKeyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const read = (env: Record<string, string>) => readLocalConfig(env, '/srv/tsunagi');

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'no refusal';
  } catch (error) {
    return error instanceof StartRefusal ? error.code : String(error);
  }
};

describe('the settings of the one-machine start', () => {
  it('start everything here when nothing is given', () => {
    expect(read({})).toMatchObject({
      home: '/srv/tsunagi/.tsunagi',
      databaseUrl: undefined,
      temporalAddress: undefined,
      temporalNamespace: 'default',
      smtpUrl: undefined,
      port: 3000,
      publicUrl: 'http://localhost:3000',
      demo: true,
      officeMailbox: undefined,
      olderMasterKeys: [],
    });
  });

  it('use what is given instead of starting it', () => {
    const given = {
      DATABASE_URL: 'postgres://owner:x@db.example.jp/tsunagi',
      TEMPORAL_ADDRESS: 'temporal.example.jp:7233',
      TEMPORAL_NAMESPACE: 'town',
      SMTP_URL: 'smtp://mail.example.jp:25',
      PORT: '8080',
      PUBLIC_URL: 'https://tsunagi.example.jp/',
      TSUNAGI_HOME: 'data',
      TSUNAGI_OFFICE_MAILBOX: 'jimukyoku@example.jp',
      TSUNAGI_OLDER_MASTER_KEYS: `${masterKeyOf(2)}, ${masterKeyOf(3)}`,
    };
    expect(read(given)).toMatchObject({
      home: '/srv/tsunagi/data',
      databaseUrl: 'postgres://owner:x@db.example.jp/tsunagi',
      temporalAddress: 'temporal.example.jp:7233',
      temporalNamespace: 'town',
      smtpUrl: 'smtp://mail.example.jp:25',
      port: 8080,
      publicUrl: 'https://tsunagi.example.jp',
      officeMailbox: 'jimukyoku@example.jp',
      olderMasterKeys: [masterKeyOf(2), masterKeyOf(3)],
    });
  });

  it('show no demo people beside a database that was given, unless that is asked for', () => {
    const given = { DATABASE_URL: 'postgres://owner@db.example.jp/tsunagi' };
    expect(read(given).demo).toBe(false);
    expect(read({ ...given, TSUNAGI_DEMO: 'yes' }).demo).toBe(true);
  });

  it('count an empty value as not given', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it.each([
    ['a port that is no number', { PORT: 'eighty' }],
    ['a port that no machine has', { PORT: '70000' }],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://db.example.jp/tsunagi' }],
    ['a public address that is no URL', { PUBLIC_URL: 'tsunagi' }],
    ['a demo that is neither wanted nor unwanted', { TSUNAGI_DEMO: 'perhaps' }],
    ['a master key of the wrong length', { TSUNAGI_MASTER_KEY: 'c2hvcnQ=' }],
    ['an older master key of the wrong length', { TSUNAGI_OLDER_MASTER_KEYS: `${masterKeyOf(2)},c2hvcnQ=` }],
  ])('are refused for %s', (_what, env) => {
    expect(codeOf(() => read(env))).toBe('start.setting-invalid');
  });

  it('are refused without repeating a password that stands in a wrong value', () => {
    expect(() => read({ DATABASE_URL: 'mysql://owner:geheim@db.example.jp/tsunagi' })).toThrow(
      /^(?!.*geheim).*DATABASE_URL/,
    );
  });
});
