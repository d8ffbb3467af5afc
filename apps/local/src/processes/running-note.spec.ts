import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { processIdentity } from './process-identity.ts';
import { readNote, stillRuns, writeNote } from './running-note.ts';

const noteIn = (): string => join(mkdtempSync(join(tmpdir(), 'tsunagi-note-')), 'server.json');

describe('the note on a running server', () => {
  it('finds the process again by its number and its start', () => {
    const path = noteIn();
    writeNote(path, process.pid);
    const note = readNote(path);
    expect(note).toEqual({ pid: process.pid, identity: processIdentity(process.pid) });
    expect(note !== undefined && stillRuns(note)).toBe(true);
  });

  it('does not take a later process with the same number for the server', () => {
    expect(stillRuns({ pid: process.pid, identity: 'ticks:1' })).toBe(false);
  });

  it('knows that a process is gone', () => {
    expect(stillRuns({ pid: 4711, identity: 'ticks:5' }, () => undefined)).toBe(false);
  });

  it.each(['', '{', '{"pid":"7","identity":"x"}', '{"pid":7,"identity":""}', 'null'])(
    'is no note when the file holds %j',
    (text) => {
      const path = noteIn();
      writeFileSync(path, text);
      expect(readNote(path)).toBeUndefined();
    },
  );
});
