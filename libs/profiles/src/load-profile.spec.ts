import { describe, expect, it } from '@jest/globals';
import { rulesOf } from './index.ts';
import { overlaid } from './load-profile.ts';
import { base, changed, load, stated } from './testing/changed-profile.ts';

describe('values through time', () => {
  it('[R60] hold from their day on, and the first one before that', () => {
    const profile = load(
      changed('agencies.kikan.name', [
        stated('旧センター'),
        { value: '新センター', from: 'stated', source: 'plan', validFrom: '2027-04-01' },
      ]),
    );
    const nameOn = (on: string): string | undefined =>
      rulesOf(profile, on).agencies.find(({ code }) => code === 'kikan')?.name;
    expect([nameOn('2020-01-01'), nameOn('2027-03-31'), nameOn('2027-04-01'), nameOn('2030-01-01')]).toEqual([
      '旧センター',
      '旧センター',
      '新センター',
      '新センター',
    ]);
  });

  it('end with the last day of an agency', () => {
    const profile = load(changed('agencies.jiritsu.validUntil', '2026-12-31'));
    const knows = (on: string): boolean => rulesOf(profile, on).agencies.some(({ code }) => code === 'jiritsu');
    expect([knows('2026-12-31'), knows('2027-01-01'), knows('2026-12-31')]).toEqual([true, false, true]);
  });

  it('[R60] let a municipality set its own period over the default', () => {
    const profile = load(changed('deadlines', { screening: stated({ openDays: 7, reminders: [-2], escalation: 2 }) }));
    expect(rulesOf(profile, '2026-11-20').deadlines.screening).toEqual({
      openDays: 7,
      ladder: [
        { step: 'reminder', openDaysFromDue: -2 },
        { step: 'escalation', openDaysFromDue: 2 },
      ],
    });
    expect(rulesOf(profile, '2026-11-20').deadlines.approval.openDays).toBe(3);
  });
});

describe('local names', () => {
  it('[R82] of bodies, agencies and 相談窓口 are those of the file, and change nothing else', () => {
    const own = ['bodies.supportMeeting', 'agencies.kikan', 'intakePoints.houkatsu'].reduce(
      (text, path) => changed(`${path}.name`, stated('まるごとの窓口'), text),
      base,
    );
    const on = '2026-11-20';
    const [plain, named] = [base, own].map((text) => rulesOf(load(text), on));
    const by = <T extends { readonly code: string }>(all: readonly T[] | undefined, code: string): T | undefined =>
      all?.find((one) => one.code === code);
    const renamed = { name: 'まるごとの窓口' };
    expect(by(named?.bodies, 'supportMeeting')).toEqual({ ...by(plain?.bodies, 'supportMeeting'), ...renamed });
    expect(by(named?.agencies, 'kikan')).toEqual({ ...by(plain?.agencies, 'kikan'), ...renamed });
    expect(by(named?.intakePoints, 'houkatsu')).toEqual({ ...by(plain?.intakePoints, 'houkatsu'), ...renamed });
  });
});

describe('overlaying', () => {
  it('merges maps and replaces values and lists as a whole', () => {
    expect(
      overlaid(
        { a: { value: { x: 1, y: 2 }, from: 'stated' }, list: [1, 2], kept: { value: 1, from: 'stated' } },
        { a: { value: { x: 3 }, from: 'assumed' }, list: [3], added: { value: 2, from: 'stated' } },
      ),
    ).toEqual({
      a: { value: { x: 3 }, from: 'assumed' },
      list: [3],
      kept: { value: 1, from: 'stated' },
      added: { value: 2, from: 'stated' },
    });
  });
});
