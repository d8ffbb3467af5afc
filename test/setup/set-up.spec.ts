import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadScript } from './load-script.ts';

interface CacheLock {
  isStaleLock(
    owner: { pid: number; identity: string } | undefined,
    ageMs: number,
    identityOf?: (pid: number) => string | undefined,
  ): boolean;
  withLock<T>(lock: string, work: () => Promise<T>): Promise<T>;
}
interface Cache {
  cached(name: string, build: (folder: string) => Promise<void>, options: { root: string }): Promise<string>;
  cacheFolder(env: Record<string, string>): string;
}
interface NodeModules {
  matchesLock(wanted: string, installed: string | undefined): boolean;
}
interface TemporalServer {
  chooseTemporal(there: { address?: string; onPath?: string; inCache?: string }): unknown;
  isGoNewEnough(line: string): boolean;
}
interface TestServer {
  isJavaNewEnough(text: string): boolean;
}
interface Progress {
  progressLine(at: { elapsedMs: number; expected: string; share?: number; detail?: string }): string;
}

const lock = await loadScript<CacheLock>('setup/cache-lock.mjs');
const cache = await loadScript<Cache>('setup/cache.mjs');
const modules = await loadScript<NodeModules>('setup/node-modules.mjs');
const temporal = await loadScript<TemporalServer>('setup/temporal-server.mjs');
const testServer = await loadScript<TestServer>('setup/test-server.mjs');
const progress = await loadScript<Progress>('setup/progress.mjs');

const folder = (): string => mkdtempSync(join(tmpdir(), 'tsunagi-cache-'));

describe('a lock of the set-up', () => {
  const owner = { pid: 4711, identity: 'ticks:100' };

  it('holds while its process runs, however long that takes', () => {
    expect(lock.isStaleLock(owner, 3_600_000, () => 'ticks:100')).toBe(false);
  });

  it('is stale when its process is gone', () => {
    expect(lock.isStaleLock(owner, 0, () => undefined)).toBe(true);
  });

  it('is stale when the number of its process belongs to another one now', () => {
    expect(lock.isStaleLock(owner, 0, () => 'ticks:999')).toBe(true);
  });

  it('without a name holds for the moment between making and naming it, and no longer', () => {
    expect(lock.isStaleLock(undefined, 100)).toBe(false);
    expect(lock.isStaleLock(undefined, 60_000)).toBe(true);
  });

  it('of a killed set-up is taken over', async () => {
    const path = join(folder(), 'thing.lock');
    mkdirSync(path);
    writeFileSync(join(path, 'owner.json'), JSON.stringify({ pid: process.pid, identity: 'ticks:0' }));
    expect(await lock.withLock(path, async () => Promise.resolve('done'))).toBe('done');
    expect(existsSync(path)).toBe(false);
  });
});

describe('the cache', () => {
  it('builds a thing once for two set-ups at the same time', async () => {
    const root = folder();
    let builds = 0;
    const build = async (place: string): Promise<void> => {
      builds += 1;
      await Promise.resolve();
      writeFileSync(join(place, 'program'), 'x');
    };
    const [one, other] = await Promise.all([
      cache.cached('thing-1', build, { root }),
      cache.cached('thing-1', build, { root }),
    ]);
    expect({ builds, same: one === other }).toEqual({ builds: 1, same: true });
    expect(readdirSync(root)).toEqual(['thing-1']);
  });

  it('holds nothing of a build that failed', async () => {
    const root = folder();
    const failing = cache.cached(
      'thing-1',
      async (place) => {
        writeFileSync(join(place, 'half'), 'x');
        return Promise.reject(new Error('no internet'));
      },
      { root },
    );
    await expect(failing).rejects.toThrow('no internet');
    expect(readdirSync(root)).toEqual([]);
  });

  it('sweeps away what a killed build left', async () => {
    const root = folder();
    mkdirSync(join(root, 'building-thing-1-abc'));
    await cache.cached('thing-1', async () => Promise.resolve(), { root });
    expect(readdirSync(root)).toEqual(['thing-1']);
  });

  it.each([
    [{ TSUNAGI_CACHE: '/var/cache/t', XDG_CACHE_HOME: '/x' }, '/var/cache/t'],
    [{ XDG_CACHE_HOME: '/x' }, '/x/tsunagi'],
  ])('is where %j says', (env, place) => {
    expect(cache.cacheFolder(env)).toBe(place);
  });
});

describe('the decision to install the dependencies', () => {
  const lockText = (packages: Record<string, unknown>): string => JSON.stringify({ packages });
  const wanted = lockText({
    '': { name: 'tsunagi' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-machine': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  });

  it.each([
    ['everything is there', lockText({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }), true],
    ['npm was killed before it had finished', undefined, false],
    ['a package is missing', lockText({}), false],
    [
      'a package is of another version',
      lockText({ 'node_modules/a': { version: '1.1.0', integrity: 'sha512-a' } }),
      false,
    ],
    [
      'a package has other contents',
      lockText({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }),
      false,
    ],
  ])('when %s, what is installed counts as right: %#', (_what, installed, right) => {
    expect(modules.matchesLock(wanted, installed)).toBe(right);
  });
});

describe('the ladder to a Temporal server', () => {
  it.each([
    [
      { address: 'temporal.example.jp:7233', onPath: '/usr/bin/temporal', inCache: '/c/temporal' },
      { kind: 'address', address: 'temporal.example.jp:7233' },
    ],
    [
      { onPath: '/usr/bin/temporal', inCache: '/c/temporal' },
      { kind: 'program', path: '/usr/bin/temporal' },
    ],
    [{ inCache: '/c/temporal' }, { kind: 'program', path: '/c/temporal' }],
    [{ address: '' }, { kind: 'obtain' }],
  ])('of %j takes %j', (there, choice) => {
    expect(temporal.chooseTemporal(there)).toEqual(choice);
  });

  it.each([
    ['go1.26.8', true],
    ['go version go1.25.0 linux/amd64', true],
    ['go1.24.9', false],
    ['go2.0', true],
    ['', false],
  ])('finds Go %j new enough: %s', (line, enough) => {
    expect(temporal.isGoNewEnough(line)).toBe(enough);
  });

  it.each([
    ['openjdk version "17.0.15" 2025-04-15', true],
    ['openjdk version "21" 2023-09-19', true],
    ['java version "1.8.0_392"', false],
    ['', false],
  ])('finds Java %j new enough: %s', (text, enough) => {
    expect(testServer.isJavaNewEnough(text)).toBe(enough);
  });
});

describe('a line of progress', () => {
  it('says how far it is, how long it has taken and how long it may take', () => {
    expect(progress.progressLine({ elapsedMs: 75_000, expected: '3〜6 分', share: 0.42 })).toBe(
      '42 % / 1 分 15 秒経過 / 目安 3〜6 分',
    );
  });

  it('never says it is done before it is', () => {
    expect(progress.progressLine({ elapsedMs: 1_000, expected: '1 分', share: 1.3 })).toBe(
      '99 % / 1 秒経過 / 目安 1 分',
    );
  });
});
