import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { homeFolder, makeHome, type HomeFolder } from './home-folder.ts';
import { secretsOf } from './secrets.ts';

const none = { appPassword: undefined, clockPassword: undefined, masterKey: undefined };

function freshHome(): HomeFolder {
  const home = homeFolder(join(mkdtempSync(join(tmpdir(), 'tsunagi-home-')), 'home'));
  makeHome(home);
  return home;
}

describe('the secrets of a home', () => {
  it('are the same at every start, and different in every home', () => {
    const home = freshHome();
    const first = secretsOf(home, none);
    expect(secretsOf(home, none)).toEqual(first);
    expect(secretsOf(freshHome(), none).masterKey).not.toBe(first.masterKey);
  });

  it('hold a master key of 32 bytes that nobody else on the machine can read', () => {
    const home = freshHome();
    expect(Buffer.from(secretsOf(home, none).masterKey, 'base64')).toHaveLength(32);
    expect(statSync(join(home.secrets, 'master-key')).mode & 0o777).toBe(0o600);
    expect(statSync(home.secrets).mode & 0o777).toBe(0o700);
  });

  it('give way to what was given from outside', () => {
    expect(secretsOf(freshHome(), { ...none, appPassword: 'given' }).appPassword).toBe('given');
  });
});
