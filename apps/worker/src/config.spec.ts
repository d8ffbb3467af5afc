import { expect, it } from '@jest/globals';
import { readWorkerConfig } from './config.ts';

const env = {
  DATABASE_URL: 'postgres://owner:secret@db/tsunagi',
  TSUNAGI_APP_PASSWORD: 'a',
  TSUNAGI_CLOCK_PASSWORD: 'c',
  TSUNAGI_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  TEMPORAL_ADDRESS: 'temporal:7233',
};

it('reads what a worker needs, and no demo unless it is asked for', () => {
  expect(readWorkerConfig(env)).not.toHaveProperty('build');
  expect(readWorkerConfig({ ...env, TSUNAGI_BUILD_ID: '42' }).build).toEqual({
    deploymentName: 'tsunagi',
    buildId: '42',
  });
  expect(readWorkerConfig(env)).toMatchObject({
    temporalAddress: 'temporal:7233',
    temporalNamespace: 'default',
    demo: false,
  });
  expect(readWorkerConfig({ ...env, TEMPORAL_NAMESPACE: 'town', TSUNAGI_DEMO: 'yes' })).toMatchObject({
    temporalNamespace: 'town',
    demo: true,
  });
});

it('takes master keys of before, and names the setting when one of them cannot be a key', () => {
  const older = [2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64'));
  expect(readWorkerConfig(env).olderMasterKeys).toEqual([]);
  expect(readWorkerConfig({ ...env, TSUNAGI_OLDER_MASTER_KEYS: older.join(', ') }).olderMasterKeys).toEqual(older);
  expect(() => readWorkerConfig({ ...env, TSUNAGI_OLDER_MASTER_KEYS: `${older.join(',')},short` })).toThrow(
    'settings missing or wrong: TSUNAGI_OLDER_MASTER_KEYS',
  );
});

it('names every setting that is missing or cannot be meant, and no value', () => {
  const wrong = {
    ...env,
    DATABASE_URL: 'http://secret',
    TSUNAGI_MASTER_KEY: 'short',
    TEMPORAL_ADDRESS: 'http://temporal:7233/',
  };
  expect(() => readWorkerConfig(wrong)).toThrow(
    'settings missing or wrong: DATABASE_URL, TSUNAGI_MASTER_KEY, TEMPORAL_ADDRESS',
  );
  expect(() => readWorkerConfig({})).toThrow(/TSUNAGI_APP_PASSWORD, TSUNAGI_CLOCK_PASSWORD/);
});

it('answers probes where it is told to, and nowhere else', () => {
  expect(readWorkerConfig(env)).not.toHaveProperty('probePort');
  expect(readWorkerConfig({ ...env, TSUNAGI_WORKER_PROBE_PORT: '9101' }).probePort).toBe(9101);
  for (const wrong of ['http', '-1', '65536', '9.5'])
    expect(() => readWorkerConfig({ ...env, TSUNAGI_WORKER_PROBE_PORT: wrong })).toThrow(/TSUNAGI_WORKER_PROBE_PORT/);
});

it('keeps commands for 90 days unless told otherwise, and for a week at least', () => {
  expect(readWorkerConfig(env).commandLogDays).toBe(90);
  expect(readWorkerConfig({ ...env, TSUNAGI_COMMAND_LOG_DAYS: '7' }).commandLogDays).toBe(7);
  for (const wrong of ['6', '0', 'many', '30.5'])
    expect(() => readWorkerConfig({ ...env, TSUNAGI_COMMAND_LOG_DAYS: wrong })).toThrow(/TSUNAGI_COMMAND_LOG_DAYS/);
});
