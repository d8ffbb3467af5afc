import { describe, expect, it } from '@jest/globals';
import { basisOn } from '#libs/domain';
import { profileOf, rulesOf } from './index.ts';
import { changed, load } from './testing/changed-profile.ts';

const base = profileOf('higashiagatsuma');
const on = '2026-11-20';

describe('the 根拠規定 of a meeting of 東吾妻町, by day', () => {
  it('[R6] may hold a 支援会議 from 2026-04-01 on, which nobody has confirmed yet; a 重層的支援会議 on its 要綱 always', () => {
    const at = (body: string, day: string): unknown => {
      // The same whichever day the command is given on.
      const [before, after] = ['2026-03-10', on].map((today) => {
        const found = rulesOf(base, today).bodies.find(({ code }) => code === body);
        return found && basisOn(found, day);
      });
      expect(before).toEqual(after);
      return before;
    };
    expect(at('supportMeeting', '2026-03-31')).toMatchObject({ programmeStatus: 'preparing', usable: false });
    expect(at('supportMeeting', '2026-04-01')).toMatchObject({
      programmeStatus: 'implementing',
      usable: true,
      verified: false,
    });
    expect(at('planMeeting', '2026-03-31')).toMatchObject({ usable: true });
  });

  it('[R6] counts as confirmed once the town itself said both its 実施区分 and when the basis may be used', () => {
    const said = (value: unknown): unknown => ({ value, from: 'confirmed', source: 'plan' });
    const status = changed('programme.status', said('implementing'));
    const both = changed('legalBases', { 'socialWelfareAct106-6': { usableIn: said(['implementing']) } }, status);
    const verifiedIn = (text: string): unknown =>
      rulesOf(load(text), on).bodies.find(({ code }) => code === 'supportMeeting')?.basisPeriods;
    expect(verifiedIn(status)).toMatchObject([{ usable: true, verified: false }]);
    expect(verifiedIn(both)).toMatchObject([{ usable: true, verified: true }]);
  });

  it('[R83] lets a town without 重層 hold a 支援会議 where it says that the basis may be used then', () => {
    const said = (value: unknown): unknown => ({ value, from: 'confirmed', source: 'plan' });
    const without = changed('programme.status', said('notImplementing'));
    const reformed = changed(
      'legalBases',
      {
        'socialWelfareAct106-6': {
          usableIn: [
            said(['implementing']),
            { ...(said(['implementing', 'notImplementing']) as object), validFrom: '2027-04-01' },
          ],
        },
      },
      without,
    );
    expect(rulesOf(load(reformed), on).bodies.find(({ code }) => code === 'supportMeeting')?.basisPeriods).toEqual([
      { from: null, programmeStatus: 'notImplementing', usable: false, verified: true },
      { from: '2027-04-01', programmeStatus: 'notImplementing', usable: true, verified: true },
    ]);
  });
});
