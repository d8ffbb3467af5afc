import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { meaningOfProfiles } from '../../libs/profiles/src/testing/profile-meaning.ts';

const releases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Kept {
  readonly on: string;
  readonly means: Readonly<Record<string, object>>;
}

describe.each(releases)('the profiles of %s', (release) => {
  it('[R60] are read by this build and still mean what they meant: rules, calendar, office, people, targets', () => {
    const folder = join(import.meta.dirname, release, 'profiles');
    const { on, means } = JSON.parse(readFileSync(join(folder, 'meaning.json'), 'utf8')) as Kept;
    const today = meaningOfProfiles(folder, on);
    expect(Object.keys(today)).toEqual(Object.keys(means));
    // More may be known today: a kind of obligation that the release did not have.
    expect(today).toMatchObject(means);
  });
});
