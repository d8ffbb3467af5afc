import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { readNote } from '../../apps/local/src/processes/running-note.ts';
import { newCommandId, signInToDemo } from './demo-desk.ts';
import {
  caughtMails,
  endAll,
  everythingRuns,
  freshPlace,
  serversOf,
  startTsunagi,
  stillRunning,
  type Place,
} from './started-local.ts';

// Real here: the build, PostgreSQL, Temporal, SMTP, signals. Nothing is mocked.

jest.setTimeout(300_000);
afterEach(endAll);

function killPostmaster(place: Place): void {
  const { pid } = readNote(join(place.home, 'run', 'postgres.json')) ?? { pid: 0 };
  process.kill(pid, 'SIGKILL');
}

/** Tries until it succeeds, as a page does with the same commandId. @returns how often it failed before */
async function insisting<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly failures: number }> {
  const until = Date.now() + 60_000;
  for (let failures = 0; ; failures += 1) {
    try {
      return { value: await work(), failures };
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe('an embedded PostgreSQL that is killed', () => {
  it('is started again in its place: what was acknowledged is there, what was asked is done once, no mail goes twice', async () => {
    const place = await freshPlace();
    const tsunagi = startTsunagi(place);
    await tsunagi.printed(everythingRuns);
    const desk = await signInToDemo(place);
    const before = await desk.recordAdvice(newCommandId());
    for (const round of [1, 2, 3]) {
      const commandId = newCommandId();
      killPostmaster(place);
      const { value: id } = await insisting(async () => desk.recordAdvice(commandId));
      expect({ round, again: await desk.recordAdvice(commandId) }).toEqual({ round, again: id });
      // Reading has connections of its own: a page asks again after 503, too.
      const { value: status } = await insisting(async () => {
        const answered = await desk.caseStatus(before);
        if (answered === 503) throw new Error('not yet');
        return answered;
      });
      expect(status).toBe(200);
    }
    expect(tsunagi.output()).toContain('PostgreSQL が終わりました(SIGKILL)。もう一度起動します。');
    const keys = (await caughtMails(place)).map(({ subject, to, messageId }) =>
      JSON.stringify([subject, to, messageId]),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    tsunagi.signal('SIGTERM');
    expect(await tsunagi.ended).toBe(0);
  });

  it('and cannot come back ends the house: the port is free, nothing runs on, and a supervisor sees that it failed', async () => {
    const place = await freshPlace();
    const tsunagi = startTsunagi(place);
    await tsunagi.printed(everythingRuns);
    const servers = serversOf(place);
    const control = join(place.home, 'postgres', 'global', 'pg_control');
    renameSync(control, `${control}.lost`);
    killPostmaster(place);
    expect(await tsunagi.ended).toBe(1);
    expect(tsunagi.output()).toContain('PostgreSQL を起動し直せません');
    expect(stillRunning(servers)).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${place.port}/`)).rejects.toThrow();
    renameSync(`${control}.lost`, control);

    const next = startTsunagi(place);
    await next.printed(everythingRuns);
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(readFileSync(control).length).toBeGreaterThan(0);
  });
});
