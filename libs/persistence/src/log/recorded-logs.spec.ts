import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, withEntries, type CaseState } from '#libs/domain';
import type { ExportedLog } from '../testing/exported-log.ts';
import { folded } from './refold.ts';

const folder = join(import.meta.dirname, '../../../../test/releases');
const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^[^/]+\/logs\/.+\.json$/u.test(name))
  .toSorted();

describe('the recorded logs of every release', () => {
  it('are there for each kind of record', () => {
    expect(logs.some((name) => name.includes('support-case'))).toBe(true);
    expect(logs.some((name) => name.includes('sitting'))).toBe(true);
  });

  it.each(logs)('%s folds on this build to a state that holds all it recorded', (name) => {
    const { kind, events, state } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ExportedLog;
    const now = folded(events, definitionOf(kind));
    const whole = withEntries(now.state, now.left) as Partial<CaseState>;
    // A newer build may know more of a record; what was known then is still so. 0.1.0 had one list of contacts.
    const { contacts = [], monitoringEntries = [] } = whole;
    expect({ ...whole, contacts: [...contacts, ...monitoringEntries] }).toMatchObject(state);
  });
});
