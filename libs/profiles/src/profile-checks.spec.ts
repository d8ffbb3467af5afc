import { describe, expect, it } from '@jest/globals';
import { profileOf } from './index.ts';
import { base, changed, demo, load, problemsOf, stated } from './testing/changed-profile.ts';

describe('a profile with something wrong', () => {
  it.each([
    [
      'a value without its origin',
      'agencies.kikan.name',
      { value: '基幹', source: 'plan' },
      'agencies.kikan.name.from profile.from-missing',
    ],
    [
      'an origin that is none',
      'agencies.kikan.name',
      { value: '基幹', from: 'guessed', source: 'plan' },
      'agencies.kikan.name.from profile.from-unknown',
    ],
    ['a bare value', 'agencies.kikan.name', '基幹', 'agencies.kikan.name profile.from-missing'],
    [
      'a value without its source',
      'agencies.kikan.name',
      { value: '基幹', from: 'stated' },
      'agencies.kikan.name.source profile.source-missing',
    ],
    [
      'a source nobody named',
      'agencies.kikan.name',
      { value: '基幹', from: 'stated', source: 'rumour' },
      'agencies.kikan.name.source profile.source-unknown',
    ],
    [
      'an assumption without a reason',
      'agencies.kikan.name',
      { value: '基幹', from: 'assumed', source: 'plan' },
      'agencies.kikan.name profile.note-missing',
    ],
    [
      'a contradiction without a reason',
      'agencies.kikan.name',
      { value: '基幹', from: 'contradictory', source: 'plan' },
      'agencies.kikan.name profile.note-missing',
    ],
    [
      'an origin without a value',
      'agencies.kikan.name',
      { from: 'stated', source: 'plan' },
      'agencies.kikan.name profile.value-missing',
    ],
    [
      'an unknown with a value',
      'office.phone',
      { unknown: true, value: '1', source: 'plan' },
      'office.phone profile.unknown-with-value',
    ],
    [
      'an unknown that must be known',
      'agencies.kikan.channel',
      { unknown: true, source: 'plan' },
      'agencies.kikan.channel profile.must-be-known',
    ],
    [
      'a word that is not one of the set',
      'agencies.kikan.channel',
      stated('fax'),
      'agencies.kikan.channel profile.choice',
    ],
    ['a missing item', 'agencies.kikan.kind', undefined, 'agencies.kikan.kind profile.missing'],
    ['a misspelt item', 'agencies.kikan.chanel', stated('mail'), 'agencies.kikan.chanel profile.unknown-key'],
    [
      'a code that is none',
      'agencies.基幹',
      {
        name: stated('基幹'),
        kind: stated('office'),
        channel: stated('mail'),
        headTitle: stated('長'),
        mode: stated('direct'),
      },
      'agencies.基幹 profile.code',
    ],
    ['text in place of a number', 'periods', { planMaxMonths: stated('12か月') }, 'periods.planMaxMonths profile.type'],
    [
      'a number out of range',
      'periods',
      { evaluationEveryMonths: stated(0) },
      'periods.evaluationEveryMonths profile.range',
    ],
    ['a date that is none', 'validFrom', '2026-02-30', 'validFrom profile.date'],
    ['a time that is none', 'calendar', { opensAt: stated('8:30') }, 'calendar.opensAt profile.time'],
    [
      'a day of the year that is none',
      'calendar',
      { yearEnd: stated({ from: '12-32', to: '01-03' }) },
      'calendar.yearEnd.from profile.month-day',
    ],
    [
      'an office that closes before it opens',
      'calendar',
      { closesAt: stated('08:00') },
      'calendar.closesAt profile.hours-reversed',
    ],
    [
      'an agency that ends before it begins',
      'agencies.kikan.validUntil',
      '2025-01-01',
      'agencies.kikan.validUntil profile.validity-reversed',
      { 'agencies.kikan.validFrom': '2026-04-01' },
    ],
    [
      'values out of their order in time',
      'agencies.kikan.name',
      [{ value: '新', from: 'stated', source: 'plan', validFrom: '2027-04-01' }, stated('旧')],
      'agencies.kikan.name profile.valid-from-order',
    ],
    [
      'a point of an agency that is not there',
      'intakePoints.kikan.agency',
      stated('nowhere'),
      'intakePoints.kikan.agency profile.agency-unknown',
    ],
    [
      'a required agency that is not there',
      'bodies.supportMeeting.requiredAgencies',
      stated(['ken', 'nowhere']),
      'bodies.supportMeeting.requiredAgencies profile.agency-unknown',
    ],
    [
      'a kind of obligation that is none',
      'deadlines',
      { screning: stated({ openDays: 3 }) },
      'deadlines.screning profile.unknown-key',
    ],
    [
      'a second request after the first but earlier',
      'deadlines',
      { screening: stated({ openDays: 3, reminders: [-1, -3] }) },
      'deadlines.screening profile.ladder-order',
    ],
    [
      'an expiry before the superior is told',
      'deadlines',
      { screening: stated({ openDays: 3, escalation: 3, expiry: 2 }) },
      'deadlines.screening profile.ladder-order',
    ],
    [
      'a request after the date',
      'deadlines',
      { screening: stated({ openDays: 3, reminders: [1] }) },
      'deadlines.screening.reminders.0 profile.range',
    ],
    [
      'a basis that is not in the catalogue',
      'bodies.planMeeting.legalBasis',
      stated('custom'),
      'bodies.planMeeting.legalBasis profile.basis-unknown',
    ],
    [
      'a basis that is switched off',
      'bodies.supportMeeting.legalBasis',
      stated('povertySupportAct9'),
      'bodies.supportMeeting.legalBasis profile.basis-not-in-use',
    ],
    [
      '[R3] a 重層的支援会議 on a basis that asks for no consent',
      'bodies.planMeeting.legalBasis',
      stated('socialWelfareAct106-6'),
      'bodies.planMeeting.legalBasis profile.consent-rule',
    ],
    [
      '[R4] a 支援会議 on a basis that asks for consent',
      'bodies.supportMeeting.legalBasis',
      stated('municipalGuideline'),
      'bodies.supportMeeting.legalBasis profile.consent-rule',
    ],
    [
      '[R23] a 支援会議 convened by somebody else',
      'bodies.supportMeeting.convener',
      stated('coordinatingBody'),
      'bodies.supportMeeting.convener profile.convener',
    ],
    [
      'a case meeting without its basis',
      'bodies.planMeeting.legalBasis',
      undefined,
      'bodies.planMeeting.kind profile.case-meeting-incomplete',
    ],
    ['a code that is not the name of the file', 'code', 'elsewhere', 'code profile.code-mismatch'],
    [
      'contacts outside the demo',
      'contacts',
      { kikan: { desk: stated({ email: 'a@example.jp', name: 'a' }) } },
      'contacts profile.contact-outside-demo',
    ],
    ['an address outside the demo', 'office.mailbox', stated('desk@example.jp'), ' profile.contact-outside-demo'],
  ])('%s is refused, with its place', (_what, path, value, problem, more: Readonly<Record<string, unknown>> = {}) => {
    const text = Object.entries(more).reduce((before, [where, what]) => changed(where, what, before), base);
    expect(problemsOf(changed(path, value, text))).toContain(problem);
  });

  it.each([
    [
      'an address that could be real',
      'contacts.kikan.desk',
      { value: { email: 'kikan@real-town.jp', name: '基幹' }, from: 'assumed', source: 'demo', note: '架空' },
      'contacts.kikan.desk profile.demo-address',
    ],
    [
      'a family name that could be real',
      'people.aoi',
      {
        value: { displayName: '佐藤 あおい', agency: 'houkatsu', posts: ['staff'], duty: '社会福祉士' },
        from: 'assumed',
        source: 'demo',
        note: '架空',
      },
      'people.aoi.displayName profile.demo-person',
    ],
    [
      'a person of no agency',
      'people.aoi',
      {
        value: { displayName: '担当 あおい', agency: 'nowhere', posts: ['staff'], duty: '社会福祉士' },
        from: 'assumed',
        source: 'demo',
        note: '架空',
      },
      'people.aoi.agency profile.agency-unknown',
    ],
  ])('%s is refused in the demo', (_what, path, value, problem) => {
    expect(problemsOf(base, changed(path, value, demo))).toEqual([problem]);
  });

  it('is refused with all its problems at once, in Japanese, and nothing is taken over', () => {
    const text = changed(
      'periods',
      { planMaxMonths: stated(0) },
      changed('agencies.kikan.channel', stated('fax'), changed('agencies.hoken.name', '保健')),
    );
    expect(() => load(text)).toThrow(
      [
        '自治体プロファイル higashiagatsuma に 3 件の誤りがあります。',
        '  agencies.kikan.channel: 決まった語のどれかではありません(mail、phone、paper) [profile.choice]',
        '  agencies.hoken.name: どこから来たか(from)がありません [profile.from-missing]',
        '  periods.planMaxMonths: 数の範囲が違います(1から60まで) [profile.range]',
      ].join('\n'),
    );
  });

  it('that is no YAML is refused with the line', () => {
    expect(() => load(`${base}\nagencies: {}\n`)).toThrow(
      /higashiagatsuma\.yaml: YAMLとして読めません\(\d+行目、DUPLICATE_KEY\) \[profile\.yaml\]/,
    );
  });

  it('that does not exist is named', () => {
    expect(() => profileOf('nowhere')).toThrow('自治体プロファイル nowhere はありません。');
    expect(() => profileOf('higashiagatsuma.demo')).toThrow('自治体プロファイル higashiagatsuma.demo はありません。');
  });
});
