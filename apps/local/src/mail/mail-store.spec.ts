import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openMailStore, receivedAtOf } from './mail-store.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'tsunagi-mails-'));

describe('the store of caught mails', () => {
  it('gives a mail back byte for byte, also to the next start', async () => {
    const place = folder();
    const raw = Buffer.from('Subject: =?utf-8?B?44GU5qGI5YaF?=\r\n\r\n本文\r\n');
    const id = await openMailStore(place).add(raw, new Date('2026-11-20T09:30:00.123Z'));
    expect(await openMailStore(place).read(id)).toEqual(raw);
    expect(receivedAtOf(id)).toBe('2026-11-20T09:30:00.123Z');
  });

  it('lists the newest first', async () => {
    const store = openMailStore(folder());
    const older = await store.add(Buffer.from('a'), new Date('2026-11-20T09:00:00Z'));
    const newer = await store.add(Buffer.from('b'), new Date('2026-11-20T10:00:00Z'));
    expect(await store.ids()).toEqual([newer, older]);
  });

  it.each(['../secrets/master-key', '20261120T093000123Z-00000000', ''])('has no mail called %j', async (id) => {
    expect(await openMailStore(folder()).read(id)).toBeUndefined();
  });
});
