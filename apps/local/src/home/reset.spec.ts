import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { homeFolder, makeHome, type HomeFolder } from './home-folder.ts';
import { agreesToReset, assertResettable, finishReset } from './reset.ts';

function usedHome(): HomeFolder {
  const home = homeFolder(join(mkdtempSync(join(tmpdir(), 'tsunagi-home-')), 'home'));
  makeHome(home);
  mkdirSync(home.postgres);
  writeFileSync(home.temporalStore, 'store');
  return home;
}

const answer = async (text: string): Promise<boolean> =>
  agreesToReset(usedHome(), Readable.from([text]), new PassThrough().resume(), new AbortController().signal);

describe('beginning anew', () => {
  it.each([
    ['yes\n', true],
    ['はい\n', true],
    ['no\n', false],
    ['y\n', false],
    ['\n', false],
    ['', false],
  ] as const)('takes the answer %j as %s', async (text, agreed) => {
    expect(await answer(text)).toBe(agreed);
  });

  it('counts an end asked for during the question as a no', async () => {
    const end = new AbortController();
    const asked = agreesToReset(usedHome(), new PassThrough(), new PassThrough().resume(), end.signal);
    end.abort();
    expect(await asked).toBe(false);
  });

  it('is finished by the next start when it was killed halfway', () => {
    const home = usedHome();
    writeFileSync(home.resetMark, '');
    expect(finishReset(home)).toBe(true);
    expect(
      [home.postgres, home.temporalStore, home.secrets, home.resetMark].filter((path) => existsSync(path)),
    ).toEqual([]);
  });

  it('deletes nothing when none was agreed to', () => {
    const home = usedHome();
    expect(finishReset(home)).toBe(false);
    expect(existsSync(home.temporalStore)).toBe(true);
  });

  it('is refused for a database that is not ours', () => {
    expect(() => {
      assertResettable('postgres://db.example.jp/tsunagi');
    }).toThrow(/start\.reset-external/);
  });
});
