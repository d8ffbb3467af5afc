import { describe, expect, it } from '@jest/globals';
import {
  agencies,
  agency,
  allOrAgencies,
  body,
  code,
  codePerId,
  codes,
  date,
  given,
  line,
  list,
  made,
  number,
  orNull,
  part,
  point,
  ref,
  refs,
  text,
  time,
  yesNo,
  type Field,
  type Fields,
  type Holding,
} from '#libs/domain';
import { textIn, type FieldSpec, type FieldValues } from '../components/form/field-spec.ts';
import { sampleProfile } from '../testing/sample-office.ts';
import type { Asking } from './asking.ts';
import { formOf, type RecordForm } from './form-of.ts';
import { oneOf } from './one-of.ts';

const form = <F extends Fields>(fields: F, asking: Asking<Holding<F>> = {}): RecordForm =>
  formOf({ type: 'try-it', fields, part: null }, sampleProfile, asking);
const widgetsOf = (fields: Fields): readonly string[] =>
  form(fields).fields.map((spec) => (spec.kind === 'choice' ? spec.layout : spec.kind));
const specOf = ({ fields }: RecordForm, name: string): FieldSpec | undefined =>
  fields.find((spec) => spec.name === name);

describe('a field of a command', () => {
  it.each<readonly [string, Field, readonly string[]]>([
    ['few codes', code(['given', 'refused']), ['radio']],
    ['many codes', code(['a', 'b', 'c', 'd', 'e', 'f']), ['select']],
    ['several codes', codes(['a', 'b']), ['choices']],
    ['a date', date('done'), ['date']],
    ['a time', time(), ['time']],
    ['a number', number(1, 9), ['number']],
    ['yes or no', yesNo(), ['tick']],
    ['a short text', text('name', 200), ['line']],
    ['a long text', text('story', 201), ['story']],
    ['a line', line(60), ['line']],
    ['an agency', agency(), ['select']],
    ['a body', body(), ['select']],
    ['a point', point(), ['select']],
    ['agencies', agencies(), ['choices']],
    ['all or some agencies', allOrAgencies(), ['radio', 'choices']],
    ['a reference', ref(), ['select']],
    ['references', refs(), ['choices']],
    ['a part', part({ on: date('done'), urgent: yesNo() }), ['date', 'tick']],
    ['a list', list({ id: made(), text: text('goal', 400) }, 1), ['rows']],
    ['a list of agencies', list({ id: made(), agency: agency() }), ['choices']],
    ['an id of the server', made(), []],
    ['a value of the executor', given<string>(), []],
  ])('that is %s is asked by its own widget', (_kind, field, widgets) => {
    expect(widgetsOf({ thing: field })).toEqual(widgets);
  });

  it('is asked in the order of the command, unless the page names another', () => {
    const fields = { on: date('done'), version: line(9), text: text('x', 900) };
    expect(form(fields).fields.map(({ name }) => name)).toEqual(['on', 'version', 'text']);
    expect(form(fields, { order: ['text'] }).fields.map(({ name }) => name)).toEqual(['text', 'on', 'version']);
  });

  it('has the words of the catalogue: those of its command or list before those of its name', () => {
    const asked = formOf(
      { type: 'record-contact', fields: { on: date('done'), text: text('contact', 900) } },
      sampleProfile,
    );
    expect(asked.fields.map(({ label }) => label)).toEqual(['日付', '様子と話したこと']);
    const method = specOf(form({ method: code(['signature', 'oral']) }), 'method');
    expect(method).toMatchObject({ options: [{ label: '署名' }, { label: '口頭' }] });
    expect(specOf(form({ method: code(['visit', 'letter']) }), 'method')).toMatchObject({
      options: [{ label: '訪問' }, { label: '手紙' }],
    });
    const judgement = specOf(form({ judgement: code(['handOver', 'keep']) }), 'judgement');
    expect(judgement).toMatchObject({ options: [{ hint: expect.stringContaining('次に') }, {}] });
  });

  it('that tells when something was done is today at first and never later; what is to come is later', () => {
    const asked = form({ on: date('done'), nextContactOn: date('coming'), startsOn: date('near') });
    expect(asked.initial).toEqual({ on: '2026-11-20', nextContactOn: '', startsOn: '' });
    expect(asked.fields).toMatchObject([
      { max: '2026-11-20' },
      { min: '2026-11-21' },
      { min: '2021-11-20', max: '2031-11-20' },
    ]);
  });
});

describe('the body of a form', () => {
  it('holds what was filled in, in the shape of the command', () => {
    const asked = form({
      itemId: made(),
      number: number(1, 9_999),
      documentNumber: line(60),
      storyText: text('story', 900),
      urgent: yesNo(),
      changes: codes(['employed', 'other']),
      invitees: list({ invitationId: made(), agency: agency() }),
      goals: list({ id: made(), text: text('goal', 400) }, 1),
      representative: part({ nameText: text('name', 200) }),
      withdrawn: allOrAgencies(),
    });
    const values: FieldValues = {
      ...asked.initial,
      number: '1９５４',
      documentNumber: ' 第1号 ',
      storyText: '一行目\n',
      urgent: true,
      changes: ['other'],
      invitees: ['care'],
      goals: [{ text: '通う' }],
      'representative.nameText': ' 見本 ',
      'withdrawn.extent': 'some',
      withdrawn: ['office'],
    };
    expect(asked.toBody(values)).toEqual({
      number: 1954,
      documentNumber: '第1号',
      storyText: '一行目\n',
      urgent: true,
      changes: ['other'],
      invitees: [{ agency: 'care' }],
      goals: [{ text: '通う' }],
      representative: { nameText: '見本' },
      withdrawn: ['office'],
    });
    expect(asked.toBody({ ...values, 'withdrawn.extent': 'all' })).toMatchObject({ withdrawn: 'all' });
  });

  it("holds one code for each of the record's own that the page names", () => {
    const asked = form(
      { goalOutcomes: codePerId(['achieved', 'partly']) },
      {
        ask: {
          goalOutcomes: {
            each: [
              { id: 'g1', label: '目標 1' },
              { id: 'g2', label: '目標 2' },
            ],
          },
        },
      },
    );
    expect(asked.fields.map(({ kind, label }) => [kind, label])).toEqual([
      ['choice', '目標 1'],
      ['choice', '目標 2'],
    ]);
    expect(asked.toBody({ 'goalOutcomes.g1': 'partly', 'goalOutcomes.g2': 'achieved' })).toEqual({
      goalOutcomes: { g1: 'partly', g2: 'achieved' },
    });
  });

  it('holds null for what may be null and was left empty, and asks for it without insisting', () => {
    const asked = form({ on: orNull(date('done')), note: orNull(text('note', 900)), year: orNull(number(1, 9_999)) });
    expect(asked.fields.map(({ optional }) => optional)).toEqual([true, true, true]);
    expect(asked.toBody({ on: '', note: ' ', year: '' })).toEqual({ on: null, note: null, year: null });
  });

  it('holds what is no whole number as it was typed, for the server to refuse', () => {
    const asked = form({ year: orNull(number(1, 9_999)), count: number(1, 9) });
    expect(asked.toBody({ year: '昭和19年', count: '1.5' })).toEqual({ year: '昭和19年', count: '1.5' });
  });

  it('holds nothing of what is hidden, whatever was typed before it was hidden', () => {
    const when = (values: FieldValues): boolean => textIn(values, 'status') === 'given';
    const asked = form(
      {
        status: code(['given', 'refused']),
        agencies: agencies(),
        reviewOn: orNull(date('done')),
        outcome: code(['done', 'impossible']),
        representative: orNull(part({ nameText: text('name', 200) })),
      },
      {
        ask: {
          agencies: { when },
          reviewOn: { when },
          outcome: { when, otherwise: 'done' },
          representative: { when },
        },
      },
    );
    const values: FieldValues = {
      status: 'refused',
      agencies: ['care'],
      reviewOn: '2027-01-01',
      outcome: 'impossible',
      'representative.nameText': '見本',
    };
    expect(asked.toBody(values)).toEqual({
      status: 'refused',
      agencies: [],
      reviewOn: null,
      outcome: 'done',
      representative: null,
    });
    expect(specOf(asked, 'representative.nameText')?.when?.(values)).toBe(false);
    expect(asked.toBody({ ...values, status: 'given' })).toEqual({
      status: 'given',
      agencies: ['care'],
      reviewOn: '2027-01-01',
      outcome: 'impossible',
      representative: { nameText: '見本' },
    });
    // What is asked under a condition is needed once it holds.
    expect(specOf(asked, 'reviewOn')?.optional).toBe(false);
  });

  it('holds what the page knows and does not ask, and null for a choice of none', () => {
    const asked = form(
      { personId: ref(), membershipId: orNull(ref()) },
      { known: { personId: 'p1' }, ask: { membershipId: { options: [{ value: 'm1', label: '担当' }], none: 'なし' } } },
    );
    expect(asked.fields.map(({ name, optional }) => [name, optional])).toEqual([['membershipId', false]]);
    expect(asked.toBody({ membershipId: 'm1' })).toEqual({ personId: 'p1', membershipId: 'm1' });
    expect(asked.toBody({ membershipId: 'none' })).toEqual({ personId: 'p1', membershipId: null });
  });

  it('has as many rows at first as the command wants, each empty', () => {
    const fields = { goals: list({ id: made(), text: text('goal', 400) }, 2) };
    expect(form(fields).initial).toEqual({ goals: [{ text: '' }, { text: '' }] });
    expect(form(fields).fields).toMatchObject([{ least: 2, rowName: '目標', blank: { text: '' } }]);
  });

  it('states the version of the part that its command names, made of what the page knows', () => {
    const unit = {
      type: 'record-consent',
      fields: { personId: ref() },
      part: ({ personId }: { readonly personId: string }) => `consent/${personId}`,
    };
    expect(formOf(unit, sampleProfile, { known: { personId: 'p1' } }).part).toBe('consent/p1');
    expect(formOf({ ...unit, part: null }, sampleProfile, { known: { personId: 'p1' } }).part).toBeUndefined();
  });
});

describe('several answers in one form', () => {
  const yes = formOf({ type: 'say-yes', fields: { text: orNull(text('word', 900)) } }, sampleProfile);
  const no = formOf({ type: 'say-no', fields: { reason: line(60), text: orNull(text('word', 900)) } }, sampleProfile);
  const both = oneOf('answer', [
    { value: 'yes', label: 'はい', form: yes },
    { value: 'no', label: 'いいえ', form: no },
  ]);
  const shownWith = (values: FieldValues): readonly string[] =>
    both.fields.filter(({ when }) => when?.(values) ?? true).map(({ name }) => name);

  it('ask first which, then only what belongs to it; what they share is asked once', () => {
    expect(shownWith({ answer: '' })).toEqual(['answer']);
    expect(shownWith({ answer: 'yes' })).toEqual(['answer', 'text']);
    expect(shownWith({ answer: 'no' })).toEqual(['answer', 'reason', 'text']);
  });

  it('send the command that was chosen with its own body', () => {
    const values = { ...both.initial, answer: 'no', reason: '多忙' };
    expect(both.command(values)).toBe('say-no');
    expect(both.toBody(values)).toEqual({ reason: '多忙', text: null });
    expect(both.toBody({ ...values, answer: 'yes' })).toEqual({ text: null });
  });
});
