import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { ProfileError } from '../index.ts';
import { loadProfile, type Profile } from '../load-profile.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const defaults = file('defaults.yaml');
export const base = file('municipalities/higashiagatsuma.yaml');
export const demo = file('municipalities/higashiagatsuma.demo.yaml');

/** 東吾妻町 with something changed: `undefined` takes an entry away. */
export function changed(path: string, value: unknown, text = base): string {
  const profile = parse(text) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, profile);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return stringify(profile);
}

export const load = (text: string, overlay?: string): Profile =>
  loadProfile({ code: 'higashiagatsuma', defaults, base: text, ...(overlay === undefined ? {} : { demo: overlay }) });

export function problemsOf(text: string, overlay?: string): readonly string[] {
  try {
    load(text, overlay);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.problems.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
}

export const stated = (value: unknown): unknown => ({ value, from: 'stated', source: 'plan' });
