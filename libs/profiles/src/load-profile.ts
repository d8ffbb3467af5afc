import { parseDocument } from 'yaml';
import { checkProfile } from './profile-checks.ts';
import { ProfileError, problemOf, type ProfileProblem } from './schema/problem.ts';
import { profileShape, type ProfileContent } from './schema/profile-shape.ts';
import { isMap } from './schema/shape.ts';
import { isLeaf } from './schema/sourced.ts';

/** A municipality's profile, whole and checked, with every value's provenance and time. */
export interface Profile extends ProfileContent {
  /** Invented people and contacts are laid over it, and role names instead of the names of contractors. */
  readonly demo: boolean;
}

/** The YAML texts a profile is made of, the later ones laid over the earlier ones. */
export interface ProfileTexts {
  readonly code: string;
  /** What holds in every municipality that says nothing else. */
  readonly defaults: string;
  readonly base: string;
  readonly demo?: string;
}

/** Reads, merges and checks. Pure. @throws ProfileError with every problem of the profile; nothing is taken over in part. */
export function loadProfile({ code, defaults, base, demo }: ProfileTexts): Profile {
  const problems: ProfileProblem[] = [];
  const layers = [parsed('defaults.yaml', defaults, problems), parsed(`${code}.yaml`, base, problems)];
  problems.push(...peopleOutsideDemo(layers[1]));
  if (demo !== undefined) layers.push(parsed(`${code}.demo.yaml`, demo, problems));
  if (problems.length > 0) throw new ProfileError(code, problems);
  const merged = layers.reduce(overlaid);
  const sources = new Set(isMap(merged) && isMap(merged['sources']) ? Object.keys(merged['sources']) : []);
  const content = profileShape(merged, { path: '', problems, sources })?.value;
  if (content)
    problems.push(
      ...(content.code === code ? [] : [problemOf('code', 'profile.code-mismatch', code)]),
      ...checkProfile(content),
    );
  if (!content || problems.length > 0) throw new ProfileError(code, problems);
  return Object.freeze({ ...content, demo: demo !== undefined });
}

/** Lays `over` upon `base`: maps key by key, values and lists as a whole. */
export function overlaid(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over) || isLeaf(base) || isLeaf(over)) return over;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      Object.hasOwn(over, key) ? (Object.hasOwn(base, key) ? overlaid(base[key], over[key]) : over[key]) : base[key],
    ]),
  );
}

function parsed(file: string, source: string, problems: ProfileProblem[]): unknown {
  const document = parseDocument(source);
  if (document.errors.length > 0) {
    problems.push(
      ...document.errors.map(({ code, linePos }) =>
        problemOf(file, 'profile.yaml', `${linePos?.[0].line ?? 0}行目、${code}`),
      ),
    );
    return undefined;
  }
  return document.toJS() as unknown;
}

function peopleOutsideDemo(base: unknown): readonly ProfileProblem[] {
  if (!isMap(base)) return [];
  const named = ['contacts', 'people']
    .filter((key) => key in base)
    .map((key) => problemOf(key, 'profile.contact-outside-demo'));
  return /[\w.-]@[\w-]+\./.test(JSON.stringify(base))
    ? [...named, problemOf('', 'profile.contact-outside-demo', '@を含む値')]
    : named;
}
