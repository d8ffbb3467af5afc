import { describe, expect, it } from '@jest/globals';
import { readNotifierConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgres://owner:secret-word@127.0.0.1:5432/tsunagi',
  TSUNAGI_APP_PASSWORD: 'a',
  TSUNAGI_CLOCK_PASSWORD: 'b',
  TSUNAGI_MASTER_KEY: Buffer.alloc(32).toString('base64'),
  SMTP_URL: 'smtp://127.0.0.1:2525',
  PUBLIC_URL: 'https://tsunagi.example.jp/',
};

describe('readNotifierConfig', () => {
  it('takes the settings, links without a slash at the end, and no demo unless asked for', () => {
    expect(readNotifierConfig(complete)).toMatchObject({
      publicUrl: 'https://tsunagi.example.jp',
      demo: false,
      officeMailbox: undefined,
    });
    expect(readNotifierConfig({ ...complete, TSUNAGI_DEMO: 'yes' }).demo).toBe(true);
  });

  it('takes master keys of before, and names the setting when one of them cannot be a key', () => {
    const older = [2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const read = (keys: string) => readNotifierConfig({ ...complete, TSUNAGI_OLDER_MASTER_KEYS: keys }).olderMasterKeys;
    expect([read(''), read(older.join(', '))]).toEqual([[], older]);
    expect(() => read('short')).toThrow('settings missing or wrong: TSUNAGI_OLDER_MASTER_KEYS');
  });

  it('answers probes where it is told to, and nowhere else', () => {
    expect(readNotifierConfig(complete)).not.toHaveProperty('probePort');
    expect(readNotifierConfig({ ...complete, TSUNAGI_NOTIFIER_PROBE_PORT: '9102' }).probePort).toBe(9102);
    for (const wrong of ['http', '-1', '65536'])
      expect(() => readNotifierConfig({ ...complete, TSUNAGI_NOTIFIER_PROBE_PORT: wrong })).toThrow(
        'settings missing or wrong: TSUNAGI_NOTIFIER_PROBE_PORT',
      );
  });

  it('names every setting that is missing or wrong at once, and tells no value', () => {
    const wrong = { ...complete, SMTP_URL: 'http://127.0.0.1', TSUNAGI_MASTER_KEY: 'short', PUBLIC_URL: ' ' };
    expect(() => readNotifierConfig(wrong)).toThrow(
      'settings missing or wrong: TSUNAGI_MASTER_KEY, SMTP_URL, PUBLIC_URL',
    );
    expect(() => readNotifierConfig({ ...complete, DATABASE_URL: 'mysql://secret-word' })).toThrow(
      /^(?!.*secret-word)/u,
    );
  });
});
