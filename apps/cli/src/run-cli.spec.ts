import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOperatorConfig } from './config.ts';
import { Refusal } from './refusal.ts';
import { runCli } from './run-cli.ts';

describe('tsunagi', () => {
  const said: string[] = [];
  const complained: string[] = [];

  beforeEach(() => {
    said.length = 0;
    complained.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    jest.spyOn(console, 'error').mockImplementation((text: unknown) => void complained.push(String(text)));
    jest.spyOn(console, 'log').mockImplementation((text: unknown) => void said.push(String(text)));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says in Japanese what it can do', async () => {
    expect(await runCli(['--help'])).toBe(0);
    const help = said.join('');
    for (const word of ['使い方:', '命令:', 'start', 'migrate', 'rebuild', 'restore-done', 'year', 'health', 'audit'])
      expect(help).toContain(word);
    expect(help).not.toMatch(/Usage|Options|Commands|display help/u);
  });

  it.each([
    [['dance'], '分からない命令です'],
    [['health', '--loud'], '分からない指定です'],
    [['year'], '足りない指定があります'],
    [['rebuild', '--per-second', '0'], '1以上の整数'],
    [['migrate', 'now'], '余分な言葉'],
    [['year', '--municipality', 'nowhere'], '自治体プロファイル nowhere はありません'],
  ])('refuses %j with a Japanese sentence and exit code 1', async (words, sentence) => {
    expect(await runCli(words)).toBe(1);
    expect(complained.join('\n')).toContain(sentence);
  });

  it('prints target and actual of a simulated year, the same for the same seed', async () => {
    const words = ['year', '--municipality', 'higashiagatsuma', '--seed', '7'];
    expect(await runCli(words)).toBe(0);
    const first = said.splice(0);
    expect(await runCli(words)).toBe(0);
    expect(first.join('\n')).toContain('東吾妻町');
    expect(said).toEqual(first);
  });
});

describe('what an operator’s command works on', () => {
  it('is what the environment names', async () => {
    const env = {
      DATABASE_URL: 'postgres://owner:x@db.example/tsunagi',
      TSUNAGI_APP_PASSWORD: 'a',
      TSUNAGI_CLOCK_PASSWORD: 'c',
      TSUNAGI_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      PUBLIC_URL: 'https://tsunagi.example/',
    };
    expect(await readOperatorConfig(env)).toEqual({
      databaseUrl: env.DATABASE_URL,
      rolePasswords: { app: 'a', clock: 'c' },
      temporalAddress: 'temporal.example:7233',
      temporalNamespace: 'default',
      publicUrl: 'https://tsunagi.example',
      masterKey: env.TSUNAGI_MASTER_KEY,
      olderMasterKeys: [],
      demo: false,
    });
  });

  it('is refused by name when nothing is named and nothing runs here', async () => {
    const home = await mkdtemp(join(tmpdir(), 'tsunagi-cli-'));
    const asked = readOperatorConfig({ TSUNAGI_HOME: home });
    await expect(asked).rejects.toBeInstanceOf(Refusal);
    await expect(asked).rejects.toMatchObject({ message: 'cli.nothing-running' });
    const halfNamed = readOperatorConfig({ TSUNAGI_HOME: home, DATABASE_URL: 'postgres://owner@db.example/tsunagi' });
    await expect(halfNamed).rejects.toMatchObject({ message: 'cli.setting-missing' });
    await rm(home, { recursive: true });
  });
});
