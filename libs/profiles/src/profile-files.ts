import { readFileSync, readdirSync } from 'node:fs';
import { loadProfile, type Profile } from './load-profile.ts';

const folder = new URL('../municipalities/', import.meta.url);
const defaultsFile = new URL('../defaults.yaml', import.meta.url);
const loaded = new Map<string, Profile>();

/** Whether the invented people, contacts and role names of the demo are laid over the profile. */
export interface ProfileChoice {
  readonly demo: boolean;
}

const asItIs: ProfileChoice = { demo: false };

/** Codes of the municipalities that have a file, in order. */
const profileCodes = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.yaml$/.test(name))
    .map((name) => name.replace(/\.yaml$/, ''))
    .toSorted();

/** Every municipality's profile; read once a process. @throws ProfileError for the first file that is not right. */
export const allProfiles = (choice: ProfileChoice = asItIs): readonly Profile[] =>
  profileCodes().map((code) => profileOf(code, choice));

/**
 * The profile of one municipality; read once a process, the same value every time.
 * @param code the file's name, `higashiagatsuma`
 * @throws ProfileError listing every problem; Error when there is no such municipality, or no demo for it
 */
export function profileOf(code: string, { demo }: ProfileChoice = asItIs): Profile {
  const key = demo ? `${code}.demo` : code;
  const known = loaded.get(key);
  if (known) return known;
  if (!profileCodes().includes(code)) throw new Error(`自治体プロファイル ${code} はありません。`);
  const texts = { code, defaults: readFileSync(defaultsFile, 'utf8'), base: fileText(`${code}.yaml`) };
  const profile = loadProfile(demo ? { ...texts, demo: fileText(`${code}.demo.yaml`) } : texts);
  loaded.set(key, profile);
  return profile;
}

function fileText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
