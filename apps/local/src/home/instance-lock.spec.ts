import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { homeFolder, makeHome, type HomeFolder } from './home-folder.ts';
import { lockInstance } from './instance-lock.ts';

function freshHome(): HomeFolder {
  const home = homeFolder(join(mkdtempSync(join(tmpdir(), 'tsunagi-home-')), 'home'));
  makeHome(home);
  return home;
}

describe('the lock of a home', () => {
  it('lets one instance in and tells the second where the first is', () => {
    const home = freshHome();
    const first = lockInstance(home);
    first.describe('http://localhost:3000');
    expect(() => lockInstance(home)).toThrow(/start\.second-instance.*http:\/\/localhost:3000/);
    first.release();
  });

  it('lets the next one in when the first has gone', () => {
    const home = freshHome();
    lockInstance(home).release();
    const next = lockInstance(home);
    expect(() => lockInstance(home)).toThrow(/start\.second-instance/);
    next.release();
  });
});
