import { describe, expect, it } from '@jest/globals';
import { obligationKinds } from '#libs/domain';
import { allProfiles, calendarOf, contactsOf, officeOf, peopleOf, profileOf, rulesOf, targetsOf } from './index.ts';
import { origins, valueOn } from './schema/sourced.ts';

const base = profileOf('higashiagatsuma');
const demo = profileOf('higashiagatsuma', { demo: true });
const on = '2026-11-20';

/** Every leaf of a profile: the entries that carry a value or say that it is unknown. */
function entriesOf(node: unknown, path = ''): readonly (readonly [path: string, entry: Record<string, unknown>])[] {
  if (typeof node !== 'object' || node === null) return [];
  const entry: Record<string, unknown> = { ...node };
  if ('unknown' in entry) return [[path, entry]];
  return Object.entries(node).flatMap(([key, value]) => entriesOf(value, path === '' ? key : `${path}.${key}`));
}

describe('the profile of 東吾妻町', () => {
  it('is among all profiles and is read once', () => {
    expect(allProfiles().map(({ code }) => code)).toEqual(['higashiagatsuma']);
    expect(profileOf('higashiagatsuma')).toBe(base);
    expect(base.demo).toBe(false);
    expect(demo.demo).toBe(true);
  });

  it('[R60] says of every value where it is from, and of every unknown where it was looked for', () => {
    const entries = [...entriesOf(base), ...entriesOf(demo)];
    expect(entries.length).toBeGreaterThan(600);
    const without = entries.filter(
      ([, entry]) =>
        typeof entry['source'] !== 'string' ||
        (entry['unknown'] !== true && !origins.some((origin) => origin === entry['from'])),
    );
    expect(without).toEqual([]);
  });

  it('has a deadline for every kind of obligation', () => {
    expect(Object.keys(rulesOf(base, on).deadlines).toSorted()).toEqual([...obligationKinds].toSorted());
  });

  it('[R60] asks again, tells the superior and lets expire as the standard periods say', () => {
    const { deadlines } = rulesOf(base, on);
    const ladders = Object.fromEntries(
      obligationKinds.map((kind) => [
        kind,
        [
          deadlines[kind].openDays,
          ...deadlines[kind].ladder.map(({ step, openDaysFromDue }) => `${step} ${openDaysFromDue}`),
        ].join(', '),
      ]),
    );
    expect(ladders).toMatchObject({
      screening: '3, reminder -1, escalation 1',
      'handoff-answer': '5, reminder -3, reminder -1, escalation 1, expiry 5',
      'candidate-decision': '5, reminder -1, escalation 1',
      consent: '10, reminder -3, escalation 1',
      sheet: '5, reminder -3, reminder -1, escalation 1, expiry 3',
      'approval-draft': '2, reminder -1, escalation 1',
      approval: '3, reminder -1, escalation 1',
      'monitoring-round': '20, start 0',
      evaluation: '10, start -14, reminder -3, escalation 1',
      'plan-end': '5, start -41, reminder -41, reminder -20, reminder -10, escalation 1',
      reply: '5, reminder -3, reminder -1, escalation 1, expiry 2',
      'phone-task': '2, escalation 1',
    });
  });

  it('[R6] prints 社会福祉法106条の6 for the 支援会議 and 要綱 for the 重層的支援会議, which the plan says differently', () => {
    const bodies = rulesOf(base, on).bodies;
    expect(
      bodies.map(({ code, kind, name, legalBasisText, convener, noticeOpenDays, requiredAgencies }) => [
        code,
        kind,
        name,
        legalBasisText,
        convener,
        noticeOpenDays,
        requiredAgencies,
      ]),
    ).toEqual([
      ['supportMeeting', 'supportMeeting', '支援会議', '社会福祉法106条の6', 'municipality', 5, []],
      ['planMeeting', 'planMeeting', '重層的支援会議', '要綱', 'coordinatingBody', 5, []],
    ]);
    expect(base.bodies['planMeeting']?.legalBasisText?.[0].from).toBe('contradictory');
    expect(base.bodies['supportMeeting']?.legalBasisText?.[0].from).toBe('stated');
  });

  it('[R85] runs 多機関協働 in the section that decides, and has the prefecture for a welfare office', () => {
    const rules = rulesOf(base, on);
    expect([rules.municipality, rules.municipalityName, rules.competentSection, rules.coordinatingBody]).toEqual([
      'higashiagatsuma',
      '東吾妻町',
      'hokenfukushi',
      'hokenfukushi',
    ]);
    expect(base.welfareOffice.operator[0].value).toBe('prefecture');
    expect(rules.agencies.find(({ code }) => code === 'ken')).toEqual({
      code: 'ken',
      name: '県保健福祉事務所',
      kind: 'prefecture',
      channel: 'phone',
      headTitle: '所長',
    });
    expect(rules.agencies.find(({ code }) => code === 'minsei')?.channel).toBe('paper');
  });

  it('holds the meetings that decide no case beside the rules', () => {
    expect(base.bodies['jointStaffMeeting']?.cadence[0]).toMatchObject({ value: { kind: 'timesPerYear', times: 2 } });
    expect(base.bodies['consultationStaffMeeting']?.cadence[0]).toMatchObject({
      value: { kind: 'everyMonths', months: 3 },
    });
    expect(rulesOf(base, on).bodies).toHaveLength(2);
  });

  it('opens an intake point on its day', () => {
    const points = (date: string): readonly string[] => rulesOf(base, date).intakePoints.map(({ code }) => code);
    expect(points('2026-03-31')).not.toContain('ohisama');
    expect(points('2026-04-01')).toContain('ohisama');
  });

  it('gives the same rules and calendar for days between which nothing changes', () => {
    expect(rulesOf(base, '2026-11-20')).toBe(rulesOf(base, '2027-01-05'));
    expect(rulesOf(base, '2026-11-20')).not.toBe(rulesOf(demo, '2026-11-20'));
    expect(calendarOf(base, '2026-11-20')).toBe(calendarOf(base, '2027-01-05'));
  });

  it('[R13] looks after an ended case at 30 and at 90 days', () => {
    expect(rulesOf(base, on).followUpDays).toEqual([30, 90]);
  });

  it('[R55] closes on 祝日 and from 12/29 to 1/3', () => {
    const calendar = calendarOf(base, on);
    expect(calendar.isOpen('2026-11-23')).toBe(false);
    expect(calendar.addOpenDays('2026-12-28', 1)).toBe('2027-01-04');
    expect(new Date(calendar.closesAtMs(on)).toISOString()).toBe('2026-11-20T08:15:00.000Z');
  });

  it('[R78] has the targets of the plan, numbers and words', () => {
    const targets = Object.fromEntries(
      targetsOf(base, 2026).map(({ code, target, before }) => [code, [before, target]]),
    );
    expect(targets).toEqual({
      consultations: ['体制整備', '実数把握'],
      coordinationIntakes: [5, 10],
      supportMeetingSittings: [9, 20],
      caseDiscussions: [41, 50],
      planMeetingSittings: ['—', 3],
      newIntakePoints: ['—', 1],
      outreachFound: ['—', '体制整備'],
      outreachPlans: ['—', 3],
      participationPlans: ['—', 3],
      residentsBases: [1, 1],
      communityActivities: [36, 40],
      networkMeetings: [23, 25],
      residentCooperation: [8, 10],
      activityCentreUsers: [3, 10],
      childSpaceDays: [286, 285],
      parentChildSessions: [18, 20],
      residentTraining: [1, 1],
      jointSupport: [undefined, '増加'],
    });
    const words = targetsOf(base, 2026).flatMap((one) => (one.words === undefined ? [] : [[one.code, one.words]]));
    expect(words).toEqual([
      ['newIntakePoints', 'おひさま'],
      ['residentsBases', 'みんなの居場所'],
    ]);
    expect(targetsOf(base, 2027)).toEqual([]);
  });

  it('[R60] is 移行準備 until 2026-03-31 and calls the programme by its local name', () => {
    expect(valueOn(base.programme.status, '2026-03-31')).toBe('preparing');
    expect(valueOn(base.programme.status, '2026-04-01')).toBe('implementing');
    expect(base.programme.localName?.[0]).toMatchObject({ value: 'みんなの福祉サポート事業', from: 'contradictory' });
  });

  it('[R60] calls stated only what the plan states', () => {
    const inferred = [
      base.bodies['supportMeeting']?.members[0],
      base.bodies['planMeeting']?.members[0],
      base.agencies['jiritsu']?.kind[0],
      base.agencies['jiritsu']?.mode[0],
      base.indicators['childSpaceDays']?.unit[0],
    ].map((entry) => entry && 'from' in entry && entry.from);
    expect(inferred).toEqual(['assumed', 'assumed', 'assumed', 'assumed', 'assumed']);
    expect(base.programme.evaluatedBy[0]).toMatchObject({ from: 'contradictory' });
    expect([base.office.phone[0].unknown, base.office.fax?.[0].unknown]).toEqual([true, true]);
  });

  it('has nobody to write to outside the demo', () => {
    expect(contactsOf(base)('hokenfukushi', 'desk')).toBeUndefined();
    expect(officeOf(base)).toEqual({
      municipalityName: '東吾妻町',
      sectionName: '東吾妻町 保健福祉課',
      mailbox: undefined,
      phone: undefined,
    });
    expect(peopleOf(base)).toEqual([]);
  });
});

describe('the demo of 東吾妻町', () => {
  it('writes to the desk, the head and the posts of the office, and telephones where no mail goes', () => {
    const contacts = contactsOf(demo);
    expect(contacts('kikan', 'head')).toEqual({
      email: 'kikan-kanrisha@example.jp',
      name: '基幹相談支援センター 管理者',
    });
    expect(
      ['desk', 'head', 'coordinator', 'manager', 'deputy'].map((to) => contacts('hokenfukushi', to as 'desk')?.email),
    ).toEqual([
      'jimukyoku@example.jp',
      'kacho@example.jp',
      'takikan@example.jp',
      'kacho@example.jp',
      'kacho-hosa@example.jp',
    ]);
    expect(contacts('houkatsu', 'coordinator')).toBeUndefined();
    expect(contacts('ken', 'head')).toBeUndefined();
    expect(contacts('minsei', 'desk')).toBeUndefined();
  });

  it('has an address for the desk and the head of every agency that is reached by mail, and for no other', () => {
    const contacts = contactsOf(demo);
    const reached = rulesOf(demo, on).agencies.filter(({ code }) => contacts(code, 'desk') && contacts(code, 'head'));
    expect(reached).toEqual(rulesOf(demo, on).agencies.filter(({ channel }) => channel === 'mail'));
  });

  it('[R85] has people who hold one post or several', () => {
    expect(
      peopleOf(demo).map(({ login, displayName, agency, posts }) =>
        [login, displayName, agency, posts.join('+')].join(' '),
      ),
    ).toEqual([
      'midori 担当 みどり hokenfukushi staff+coordinator',
      'takashi 担当 たかし hokenfukushi manager+head',
      'nozomi 担当 のぞみ hokenfukushi deputy',
      'aoi 担当 あおい houkatsu staff',
      'kaoru 担当 かおる houkatsu head',
      'shigeru 担当 しげる kikan staff',
      'tsutomu 担当 つとむ kikan head',
      'yukari 担当 ゆかり shakyo staff',
      'susumu 担当 すすむ shakyo head',
      'makoto 担当 まこと shakyo staff',
      'sakura 担当 さくら kodomo staff+head',
      'hiroshi 担当 ひろし hoken staff+head',
    ]);
  });

  it('shows no facility by the name under which it really exists', () => {
    const properNames = [
      'あがつま相談支援センター',
      'ひがしあがつま',
      '大原荘',
      '西部相談支援センター',
      'おひさま',
      'おいで家',
      'にこにこひろば',
      'おやココ',
      'みんなの居場所',
      'やまばと',
      '愛星会',
      'オリジンの村',
      '東吾妻町社会福祉協議会',
      '東吾妻町地域包括支援センター',
      '東吾妻町こども家庭センター',
      '東吾妻町保健センター',
      '群馬県社会福祉協議会',
    ];
    const shown = (profile: typeof base): readonly string[] =>
      entriesOf(profile).map(([, entry]) => JSON.stringify(entry['value'] ?? null));
    const naming = (profile: typeof base): readonly string[] =>
      properNames.filter((name) => shown(profile).some((value) => value.includes(name)));
    expect(naming(demo)).toEqual([]);
    expect(naming(base)).toEqual(properNames);
  });

  it('changes no rule', () => {
    const withoutNames = (profile: typeof base): unknown => {
      const { agencies, intakePoints, ...rest } = rulesOf(profile, on);
      return {
        ...rest,
        agencies: agencies.map(({ name: _name, ...agency }) => agency),
        intakePoints: intakePoints.map(({ code, agency }) => [code, agency]),
      };
    };
    expect(withoutNames(demo)).toEqual(withoutNames(base));
  });
});
