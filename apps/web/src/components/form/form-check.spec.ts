import { describe, expect, it } from '@jest/globals';
import { clockText } from './clock-text.ts';
import { conflictRows } from './conflict-rows.ts';
import type { FieldSpec } from './field-spec.ts';
import { missingFields, saidOfField } from './form-check.ts';

const fields: readonly FieldSpec[] = [
  { kind: 'line', name: 'place', label: '場所' },
  { kind: 'story', name: 'note', label: '覚え', optional: true },
  { kind: 'line', name: 'proxy', label: '代理', when: (values) => values['reply'] === 'proxy' },
  {
    kind: 'rows',
    name: 'goals',
    label: '目標',
    rowName: '目標',
    least: 1,
    blank: { text: '' },
    fields: [{ kind: 'line', name: 'text', label: '内容' }],
  },
];

describe('what a form asks before it is sent', () => {
  it('names what is missing in the order of the form, with the path inside the body', () => {
    expect(
      missingFields(fields, { place: ' ', goals: [{ text: '通う' }, { text: '' }] }).map(({ field }) => field),
    ).toEqual(['place', 'goals.1.text']);
  });

  it('tells of which field the server speaks, also within a row, and leaves what it does not ask as it is', () => {
    const said = (field: string): string => saidOfField({ field, detail: '直してください。' }, fields).detail;
    expect(said('place')).toBe('場所：直してください。');
    expect(said('goals.1.text')).toBe('目標 2：内容：直してください。');
    expect(said('goals.1.id')).toBe('直してください。');
    expect(said('unknown')).toBe('直してください。');
  });

  it('asks for a hidden field only when it is shown', () => {
    expect(
      missingFields(fields, { place: '役場', reply: 'proxy', goals: [{ text: '通う' }] }).map(({ field }) => field),
    ).toEqual(['proxy']);
  });

  it('asks for at least as many rows as the form needs', () => {
    expect(missingFields(fields, { place: '役場', goals: [] }).map(({ field }) => field)).toEqual(['goals']);
  });
});

describe('a conflict', () => {
  it('sets both versions side by side in words, only where they differ', () => {
    const conflict = {
      part: 'consent/p1',
      version: 2,
      current: {
        status: 'refused',
        on: '2026-11-19',
        method: 'oral',
        agencies: ['care'],
        decision: { decider: 'deputy' },
      },
      submitted: { status: 'given', on: '2026-11-20', method: 'oral', agencies: ['care', 'base'], personId: 'p1' },
    };
    const names = new Map([
      ['care', '地域包括支援センター'],
      ['base', '基幹相談支援センター'],
    ]);
    expect(conflictRows(conflict, names)).toEqual([
      { field: 'status', current: '拒否', submitted: '得た' },
      { field: 'on', current: '令和8年11月19日(木)', submitted: '令和8年11月20日(金)' },
      { field: 'agencies', current: '地域包括支援センター', submitted: '地域包括支援センター、基幹相談支援センター' },
      { field: 'decision', current: '代決', submitted: null },
    ]);
  });

  it('begins with where it stands, and has a word for all agencies', () => {
    const conflict = {
      part: 'consent/p1',
      version: 2,
      current: { agencies: [], status: 'withdrawn' },
      submitted: { agencies: 'all' },
    };
    expect(conflictRows(conflict, new Map())).toEqual([
      { field: 'status', current: '撤回', submitted: null },
      { field: 'agencies', current: '', submitted: 'すべて' },
    ]);
  });
});

describe('a time of day', () => {
  it.each([
    ['1330', '13:30'],
    ['9:05', '09:05'],
    ['13時30分', '13:30'],
    ['午後', '午後'],
    ['25:00', '25:00'],
  ])('reads %s as %s', (typed, text) => {
    expect(clockText(typed)).toBe(text);
  });
});
