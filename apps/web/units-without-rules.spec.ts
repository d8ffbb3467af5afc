import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import {
  caseBeginnings,
  caseCommands,
  caseEvents,
  sittingBeginnings,
  sittingCommands,
  sittingEvents,
} from '#libs/domain';
import { withoutRules } from './units-without-rules.ts';

const domain = new URL('../../libs/domain/src/', import.meta.url);
const modules = globSync(['case/**/*.ts', 'sitting/**/*.ts'], { cwd: domain }).filter(
  (path) => !path.endsWith('.spec.ts'),
);
const inBrowser = modules.map((path) => withoutRules(readFileSync(new URL(path, domain), 'utf8'))).join('\n');
const times = (what: RegExp): number => inBrowser.match(what)?.length ?? 0;
const count = (...tables: readonly object[]): number => tables.flatMap((table) => Object.keys(table)).length;

describe('what the browser gets of a unit', () => {
  it('is the type, the fields, the part and whether people give it', () => {
    expect(
      withoutRules(`/** 起案 */
export const draft = command('draft', {
  part: 'plan',
  fields: { on: date() },
  likely: () => ({}),
  refusal: (state) => refused(state),
  decide: () => [],
});
const closed = command('close', { part: null, fields: {}, likely: null, decide });
export const drafted = event<Drafted>('drafted', 1, { fold: (state) => state });
export const others = [command('kept')];
`),
    ).toBe(`/** 起案 */
export const draft = /* @__PURE__ */ command('draft', {
  part: 'plan',
  fields: { on: date() },
  likely: true,
  refusal: undefined,
  decide: undefined,
});
const closed = /* @__PURE__ */ command('close', { part: null, fields: {}, likely: null, decide: undefined });
export const drafted = /* @__PURE__ */ event<Drafted>('drafted', 1, { fold: (state) => state });
export const others = [command('kept')];
`);
  });

  it('holds no rule of any command of the domain', () => {
    expect(times(/\bdecide: undefined/gu)).toBe(
      count(caseBeginnings, caseCommands, sittingBeginnings, sittingCommands),
    );
  });

  it('holds an event only where something asks for it', () => {
    expect(times(/= \/\* @__PURE__ \*\/ (?:event|firstEvent)\b/gu)).toBe(count(caseEvents, sittingEvents));
  });
});
