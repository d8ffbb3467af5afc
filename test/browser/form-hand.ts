import type { Locator, Page } from 'playwright-core';

type Scope = Page | Locator;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
/** A field's name with what stands beside it: whether it must be filled in. */
const fieldName = (label: string): RegExp => new RegExp(`^${escaped(label)}\\s*(必須|任意)`, 'u');
/** An option's name; a hint or a warning may follow. */
const optionName = (label: string): RegExp => new RegExp(`^${escaped(label)}(\\s|$)`, 'u');

export const write = async (scope: Scope, label: string, text: string): Promise<void> =>
  scope.getByLabel(fieldName(label)).fill(text);

export const select = async (scope: Scope, label: string, option: string): Promise<void> => {
  await scope.getByLabel(fieldName(label)).selectOption({ label: option });
};

const group = (scope: Scope, label: string): Locator => scope.getByRole('group', { name: fieldName(label) });

/** One of a few. */
export const pick = async (scope: Scope, label: string, option: string): Promise<void> =>
  group(scope, label)
    .getByRole('radio', { name: optionName(option) })
    .check();

export const box = (scope: Scope, label: string, option: string): Locator =>
  group(scope, label).getByRole('checkbox', { name: optionName(option) });

/** These and no others. */
export async function tickOnly(scope: Scope, label: string, options: readonly string[]): Promise<void> {
  const all = group(scope, label).getByRole('checkbox');
  for (let index = 0; index < (await all.count()); index += 1) await all.nth(index).uncheck();
  for (const option of options) await box(scope, label, option).check();
}

/** One row of a group that may come several times, counted from 1. */
export const row = (scope: Scope, name: string, number: number): Locator =>
  scope.getByRole('group', { name: `${name} ${number}`, exact: true });
