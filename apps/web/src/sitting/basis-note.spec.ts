import { describe, expect, it } from '@jest/globals';
import type { ProfileView } from '#libs/views';
import { basisNote, basisNotes } from './basis-note.ts';

const body: ProfileView['bodies'][number] = {
  code: 'supportMeeting',
  kind: 'supportMeeting',
  name: '支援会議',
  legalBasisText: '社会福祉法106条の6',
  basisPeriods: [
    { from: null, programmeStatus: 'preparing', usable: false, verified: false },
    { from: '2026-04-01', programmeStatus: 'implementing', usable: true, verified: false },
    { from: '2026-07-01', programmeStatus: 'implementing', usable: true, verified: true },
  ],
  noticeOpenDays: 5,
  convener: 'municipality',
  requiredAgencies: [],
  earliestHeldOn: '2026-04-08',
};

describe('the note on the 根拠規定 of a meeting', () => {
  it('says by the day of the meeting that it may not be used, that nobody has confirmed it, or nothing', () => {
    expect(basisNote(body, '2026-03-31')).toContain(
      '令和8年3月31日(火)の実施区分は「移行準備」とみています。この間に社会福祉法106条の6が使えるかどうかを',
    );
    const confirmed = { ...body, basisPeriods: body.basisPeriods.map((period) => ({ ...period, verified: true })) };
    expect(basisNote(confirmed, '2026-03-31')).toContain('その間、社会福祉法106条の6による会議は開けません');
    expect(basisNote(body, '2026-04-01')).toContain('市町村はまだ確かめていません');
    expect(basisNote(body, '2026-06-30')).toContain('市町村はまだ確かめていません');
    expect(basisNote(body, '2026-07-01')).toBeNull();
  });

  it('where the day is still to be chosen, says it for each stretch of time from today on', () => {
    expect(basisNotes(body, '2026-03-20')).toHaveLength(2);
    expect(basisNotes(body, '2026-05-01')).toHaveLength(1);
    expect(basisNotes(body, '2026-07-01')).toEqual([]);
  });
});
