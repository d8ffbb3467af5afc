import { describe, expect, it } from '@jest/globals';
import { noticeKinds, type NoticeKind } from '#libs/domain';
import type { DueInvitation, DueNotice, DueSitting } from './due-notice.ts';
import { stillWanted } from './still-wanted.ts';

const sitting: DueSitting = {
  body: 'supportMeeting',
  ordinal: 3,
  statute: true,
  stage: 'called',
  heldOn: '2026-12-03',
  startsAt: '13:30',
  endsAt: '15:00',
  sequence: 1,
  replyDueOn: '2026-11-26',
  place: '第1会議室',
};
const invitation: DueInvitation = { id: 'i', sequence: 1, answered: false, earlier: [] };

const makeNotice = (kind: NoticeKind, changes: Partial<DueNotice> = {}): DueNotice => ({
  municipality: 'mihon',
  id: 'n',
  recordId: 'r',
  recordKind: 'sitting',
  recordOpen: true,
  key: 'k',
  kind,
  recipient: { agency: 'houkatsu', to: 'head' },
  state: 'queued',
  createdAtMs: 0,
  nowMs: 0,
  attempts: 0,
  asks: null,
  hasAccount: true,
  owed: { kind: 'reply', dueOn: '2026-11-26' },
  invitation,
  sitting,
  ...changes,
});

const invitations = ['invitation', 'invitation-moved', 'reply-reminder'] as const;
const asking = [
  'handoff-sent',
  'reminder',
  'escalation',
  'candidate-raised',
  'sheet-asked',
  'role-told',
  'work-waiting',
] as const;

describe('stillWanted', () => {
  it.each(invitations)('drops %s about a date that was moved since', (kind) => {
    const moved = { ...invitation, sequence: 0, earlier: ['sent'] as const };
    expect(stillWanted(makeNotice(kind, { invitation: moved }))).toBe('drop');
    expect(stillWanted(makeNotice(kind, { invitation: { ...moved, sequence: 1 } }))).toBe('send');
  });

  it.each(['preparing', 'held', 'closed', 'cancelled'] as const)(
    'drops invitations and reminders to a sitting that is %s',
    (stage) => {
      const verdicts = invitations.map((kind) => stillWanted(makeNotice(kind, { sitting: { ...sitting, stage } })));
      expect(verdicts).toEqual(['drop', 'drop', 'drop']);
    },
  );

  it('[R32] reminds nobody who has answered meanwhile', () => {
    expect(stillWanted(makeNotice('reply-reminder', { invitation: { ...invitation, answered: true } }))).toBe('drop');
    expect(stillWanted(makeNotice('reply-reminder', { owed: null }))).toBe('drop');
    expect(stillWanted(makeNotice('reply-reminder'))).toBe('send');
  });

  it.each(asking)('drops %s when it was done meanwhile, or the record has ended', (kind) => {
    expect(stillWanted(makeNotice(kind))).toBe('send');
    expect(stillWanted(makeNotice(kind, { owed: null }))).toBe('drop');
    expect(stillWanted(makeNotice(kind, { recordOpen: false }))).toBe('drop');
  });

  it.each([
    'handoff-accepted',
    'handoff-declined',
    'handoff-advised',
    'handoff-withdrawn',
    'meeting-request-answered',
    'agency-released',
    'sharing-changed',
  ] as const)('sends %s whatever came after it', (kind) => {
    expect(stillWanted(makeNotice(kind, { owed: null, recordOpen: false }))).toBe('send');
  });

  it.each([
    [['sent'], 'send'],
    // Who was told by phone hears of the end, by phone again.
    [['phone'], 'send'],
    [['superseded'], 'drop'],
    [['sent', 'superseded'], 'send'],
    [['queued'], 'later'],
    [['sent', 'queued'], 'later'],
    [[], 'drop'],
  ] as const)('cancels towards those who were told: earlier notices %j give %s', (earlier, wanted) => {
    const cancelled = makeNotice('invitation-cancelled', {
      invitation: { ...invitation, earlier },
      sitting: { ...sitting, stage: 'cancelled' },
    });
    expect(stillWanted(cancelled)).toBe(wanted);
  });

  it('lets the first invitation arrive or fall before the change of date goes out', () => {
    expect(stillWanted(makeNotice('invitation-moved', { invitation: { ...invitation, earlier: ['queued'] } }))).toBe(
      'later',
    );
    expect(
      stillWanted(makeNotice('invitation-moved', { invitation: { ...invitation, earlier: ['superseded'] } })),
    ).toBe('send');
  });

  it('tells of a missing agency only while the sitting is to come', () => {
    expect(stillWanted(makeNotice('required-absence'))).toBe('send');
    expect(stillWanted(makeNotice('required-absence', { sitting: { ...sitting, stage: 'held' } }))).toBe('drop');
  });

  it('has an answer for every kind of notice', () => {
    expect(
      noticeKinds
        .map((kind) => stillWanted(makeNotice(kind)))
        .every((wanted) => wanted === 'send' || wanted === 'drop'),
    ).toBe(true);
  });
});
