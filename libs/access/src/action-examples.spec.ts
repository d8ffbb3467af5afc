import { describe, expect, it } from '@jest/globals';
import { decide, decisionTable, isAction } from './decide.ts';
import type { Action, Asker, Basis, Relation, Role } from './question.ts';

/** One cell: who, being what to the record, on which ground. */
type Cell = `${Role}@${Relation}/${Basis}`;

/** For every action somebody who may and somebody who may not; an action without an example does not compile. */
const examples = {
  'open-case': ['staff@none/none', 'manager@competentSection/office'],
  'record-advice-only': ['coordinator@coordinatingBody/office', 'staff@none/none'],
  'screen-case': ['staff@lead/ownRecord', 'staff@participant/ownRecord'],
  'mark-urgent': ['staff@handoffReceiver/none', 'staff@competentSection/office'],
  'change-contact-rules': ['staff@participant/ownRecord', 'manager@competentSection/office'],
  'set-person-in-charge': ['head@lead/ownRecord', 'head@participant/ownRecord'],
  'release-agency': ['coordinator@coordinatingBody/office', 'staff@participant/ownRecord'],
  'reopen-case': ['coordinator@coordinatingBody/office', 'manager@competentSection/office'],
  'send-handoff': ['staff@lead/ownRecord', 'staff@itemMember/supportMeeting106_6'],
  'accept-handoff': ['staff@handoffReceiver/none', 'coordinator@coordinatingBody/office'],
  'decline-handoff': ['head@handoffReceiver/none', 'staff@lead/ownRecord'],
  'advise-on-handoff': ['coordinator@handoffReceiver/office', 'manager@competentSection/office'],
  'withdraw-handoff': ['staff@lead/ownRecord', 'staff@handoffReceiver/none'],
  'record-consent': ['staff@participant/ownRecord', 'staff@itemMember/supportMeeting106_6'],
  'confirm-consent': ['staff@lead/ownRecord', 'staff@participant/ownRecord'],
  'withdraw-consent': ['staff@lead/ownRecord', 'invitee@itemMember/consent'],
  'confirm-withdrawal': ['staff@itemMember/none', 'staff@none/none'],
  'allow-support-meeting': ['manager@competentSection/office', 'coordinator@coordinatingBody/office'],
  'confirm-candidate': ['deputy@competentSection/office', 'coordinator@competentSection/office'],
  'dismiss-candidate': ['manager@competentSection/office', 'staff@lead/ownRecord'],
  'record-pre-contact': ['staff@itemMember/supportMeeting106_6', 'staff@handoffReceiver/none'],
  'record-contact': ['staff@participant/supportMeeting106_6', 'staff@participant/consent'],
  'review-track': ['coordinator@coordinatingBody/office', 'staff@itemMember/supportMeeting106_6'],
  'finish-task': ['head@itemMember/supportMeeting106_6', 'staff@none/none'],
  'request-meeting': ['staff@participant/consent', 'coordinator@coordinatingBody/office'],
  'withdraw-meeting-request': ['head@lead/none', 'staff@itemMember/supportMeeting106_6'],
  'decline-meeting-request': ['coordinator@coordinatingBody/office', 'staff@lead/ownRecord'],
  'place-on-sitting': [null, 'coordinator@coordinatingBody/office'],
  'move-placement': [null, 'manager@competentSection/office'],
  'drop-placement': [null, 'workflow@none/none'],
  'leave-item': [null, 'coordinator@competentSection/office'],
  'change-seats': [null, 'coordinator@competentSection/office'],
  'take-disposition': [null, 'manager@competentSection/office'],
  'submit-sheet': ['staff@participant/consent', 'staff@handoffReceiver/none'],
  'finish-assessment': ['coordinator@coordinatingBody/office', 'coordinator@lead/ownRecord'],
  'draft-plan': ['coordinator@coordinatingBody/office', 'head@participant/consent'],
  'explain-plan': ['staff@lead/ownRecord', 'staff@participant/consent'],
  'draft-approval': ['staff@competentSection/office', 'coordinator@coordinatingBody/office'],
  'read-plan-with-reason': ['deputy@competentSection/office', 'coordinator@competentSection/office'],
  'decide-support': ['deputy@competentSection/office', 'head@competentSection/office'],
  'acknowledge-role': ['staff@participant/consent', 'staff@competentSection/office'],
  'record-monitoring': ['staff@participant/consent', 'staff@itemMember/consent'],
  'evaluate-now': ['staff@lead/ownRecord', 'staff@participant/consent'],
  'record-evaluation': ['coordinator@coordinatingBody/office', 'deputy@competentSection/office'],
  'resume-support': ['coordinator@coordinatingBody/office', 'staff@participant/consent'],
  'record-follow-up': ['staff@lead/ownRecord', 'staff@participant/consent'],
  'propose-for-support-meeting': ['workflow@none/none', 'coordinator@coordinatingBody/office'],
  'ask-for-sheets': ['workflow@none/none', 'coordinator@coordinatingBody/office'],
  'begin-planning': ['workflow@none/none', 'clock@none/none'],
  'ask-for-review': ['workflow@none/none', 'staff@lead/ownRecord'],
  'ask-for-approval': ['workflow@none/none', 'manager@competentSection/office'],
  'tell-roles': ['workflow@none/none', 'coordinator@coordinatingBody/office'],
  'ask-for-monitoring': ['workflow@none/none', 'head@lead/ownRecord'],
  'begin-evaluation': ['workflow@none/none', 'coordinator@coordinatingBody/office'],
  'tell-recipients-of-withdrawal': ['workflow@none/none', 'coordinator@coordinatingBody/office'],
  'close-case': ['workflow@none/none', 'manager@competentSection/office'],
  enforce: ['clock@none/none', 'workflow@none/none'],
  'redate-obligations': ['manager@competentSection/office', 'staff@lead/ownRecord'],
  'finish-call': ['coordinator@coordinatingBody/office', 'staff@lead/ownRecord'],
  'report-undelivered': ['clock@none/none', 'coordinator@coordinatingBody/office'],
  'open-sitting': ['coordinator@coordinatingBody/office', 'staff@none/none'],
  'add-item': ['manager@competentSection/office', 'head@itemMember/consent'],
  'remove-item': ['coordinator@competentSection/office', 'deputy@competentSection/office'],
  'take-off-item': ['coordinator@coordinatingBody/office', 'staff@itemMember/supportMeeting106_6'],
  'call-sitting': [
    'coordinator@competentSection/supportMeeting106_6',
    'coordinator@coordinatingBody/supportMeeting106_6',
  ],
  'add-invitee': ['coordinator@coordinatingBody/consent', 'coordinator@coordinatingBody/supportMeeting106_6'],
  'move-sitting': ['manager@competentSection/supportMeeting106_6', 'staff@itemMember/consent'],
  'cancel-sitting': ['manager@competentSection/consent', 'coordinator@coordinatingBody/supportMeeting106_6'],
  'answer-invitation': ['invitee@itemMember/supportMeeting106_6', 'anonymous@none/none'],
  'acknowledge-secrecy': ['staff@itemMember/supportMeeting106_6', 'staff@none/none'],
  'release-disposition': ['manager@competentSection/supportMeeting106_6', 'staff@itemMember/supportMeeting106_6'],
  'read-with-reason': ['manager@competentSection/office', 'coordinator@competentSection/office'],
  'hold-sitting': ['deputy@competentSection/supportMeeting106_6', 'coordinator@coordinatingBody/supportMeeting106_6'],
  'give-disposition': ['coordinator@coordinatingBody/consent', 'staff@itemMember/consent'],
  'freeze-item': [null, 'coordinator@competentSection/office'],
  'send-invitations': ['workflow@none/none', 'coordinator@competentSection/office'],
  'open-phone-tasks': ['workflow@none/none', 'clock@none/none'],
  'tell-required-absence': ['workflow@none/none', 'manager@competentSection/office'],
  'close-sitting': ['workflow@none/none', 'manager@competentSection/office'],
  'case.read': ['staff@handoffReceiver/none', 'staff@competentSection/office'],
  'case.read-texts': ['staff@participant/consent', 'manager@competentSection/office'],
  'case.read-work': ['deputy@competentSection/office', 'staff@handoffReceiver/consent'],
  'person.read': ['staff@participant/handoff', 'staff@participant/none'],
  'intake.read-reporter': ['staff@participant/ownRecord', 'coordinator@coordinatingBody/office'],
  'track.read': ['staff@itemMember/supportMeeting106_6', 'staff@participant/consent'],
  'track.read-texts': ['staff@itemMember/supportMeeting106_6', 'staff@participant/consent'],
  'meeting-request.read-texts': ['staff@participant/ownRecord', 'staff@lead/consent'],
  'case-item.read-texts': ['staff@itemMember/supportMeeting106_6', 'manager@competentSection/office'],
  'sheet.read-texts': ['staff@participant/ownRecord', 'staff@participant/consent'],
  'support.read-texts': ['staff@participant/consent', 'staff@itemMember/supportMeeting106_6'],
  'handoff.read-texts': ['staff@handoffReceiver/handoff', 'staff@lead/none'],
  'plan.read-texts': ['deputy@competentSection/reason', 'deputy@competentSection/office'],
  'sitting.read': ['staff@itemMember/consent', 'staff@none/none'],
  'sitting.oversee': ['manager@competentSection/office', 'staff@itemMember/supportMeeting106_6'],
  'sitting.read-texts': ['manager@competentSection/reason', 'manager@competentSection/office'],
  'item.read-texts': ['manager@competentSection/presiding', 'manager@competentSection/supportMeeting106_6'],
  'board.read': ['manager@competentSection/office', 'head@lead/ownRecord'],
  'case.list': ['staff@none/none', 'anonymous@none/none'],
  'my-work.read': ['staff@none/none', 'invitee@none/none'],
  'sitting.list': ['deputy@competentSection/office', 'invitee@itemMember/consent'],
  'profile.read': ['staff@none/none', 'anonymous@none/none'],
  'session.read': ['staff@none/none', 'anonymous@none/none'],
  'session.end': ['staff@none/none', 'invitee@none/none'],
  'session.begin': ['anonymous@none/none', 'invitee@itemMember/none'],
  'demo-people.list': ['anonymous@none/none', 'invitee@itemMember/none'],
  'draft.keep': ['staff@none/none', 'anonymous@none/none'],
  'reply.read': ['invitee@itemMember/none', 'anonymous@none/none'],
  'pages.read': ['anonymous@none/none', null],
  'health.read': ['anonymous@none/none', null],
  'openapi.read': ['anonymous@none/none', null],
} as const satisfies Record<Action, readonly [allowed: Cell | null, refused: Cell | null]>;

function allows(action: Action, cell: Cell): boolean {
  const [role, place] = cell.split('@') as [Role, string];
  const [relation, basis] = place.split('/') as [Relation, Basis];
  return decide({ actor: askerOf(role), action, relation, basis }).allowed;
}

function askerOf(role: Role): Asker {
  if (role === 'invitee') return { kind: 'invitee', agency: 'houkatsu', invitationId: 'invitation-1' };
  if (role === 'workflow' || role === 'clock' || role === 'anonymous') return { kind: role };
  return { kind: 'person', membershipId: 'member-1', agency: 'houkatsu', posts: [role] };
}

const rows: readonly (readonly [action: Action, allowed: Cell | null, refused: Cell | null])[] = Object.keys(
  decisionTable,
)
  .filter(isAction)
  .map((action) => [action, ...examples[action]]);
const open = rows.flatMap(([action, allowed]) => (allowed === null ? [] : [[action, allowed] as const]));
const closed = rows.flatMap(([action, , refused]) => (refused === null ? [] : [[action, refused] as const]));

describe('every action', () => {
  it('has its examples', () => {
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(decisionTable).toSorted());
  });

  it.each(open)('%s is open to %s', (action, allowed) => {
    expect(allows(action, allowed)).toBe(true);
  });

  it.each(closed)('%s is closed to %s', (action, refused) => {
    expect(allows(action, refused)).toBe(false);
  });

  it('is refused to somebody, but for what holds nothing of anyone; and is open to somebody, but for what another record gives', () => {
    expect(rows.filter(([, , refused]) => refused === null).map(([action]) => action)).toEqual([
      'pages.read',
      'health.read',
      'openapi.read',
    ]);
    expect(rows.filter(([, allowed]) => allowed === null).map(([action]) => action)).toEqual([
      'place-on-sitting',
      'move-placement',
      'drop-placement',
      'change-seats',
      'leave-item',
      'take-disposition',
      'freeze-item',
    ]);
  });
});
