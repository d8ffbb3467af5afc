import { describe, expect, it } from '@jest/globals';
import type { Post } from '#libs/domain';
import { decide, decisionTable, isAction } from './decide.ts';
import { bases, relations, roles, type Action, type Asker, type Basis, type Role } from './question.ts';

const letters = {
  lead: 'L',
  handoffReceiver: 'R',
  participant: 'P',
  itemMember: 'I',
  competentSection: 'S',
  coordinatingBody: 'C',
  none: '-',
} as const;
const shortBases: Readonly<Record<Basis, string>> = {
  consent: 'consent',
  supportMeeting106_6: '106-6',
  ownRecord: 'own',
  handoff: 'handoff',
  presiding: 'presiding',
  reason: 'reason',
  office: 'office',
  none: 'none',
};

function askerOf(role: Role): Asker {
  switch (role) {
    case 'invitee':
      return { kind: 'invitee', agency: 'houkatsu', invitationId: 'invitation-1' };
    case 'workflow':
    case 'clock':
    case 'anonymous':
      return { kind: role };
    default:
      return member(role);
  }
}

const member = (post: Post): Asker => ({ kind: 'person', membershipId: 'member-1', agency: 'houkatsu', posts: [post] });

/** `LPI` relations on any basis, `LPI/consent+own` on those only; `*` is every relation. */
function cellsOf(action: Action, role: Role): string {
  const actor = askerOf(role);
  const byBases = new Map<string, string>();
  for (const relation of relations) {
    const allowed = bases.filter((basis) => decide({ actor, action, relation, basis }).allowed);
    if (allowed.length === 0) continue;
    const key = allowed.length === bases.length ? '' : `/${allowed.map((basis) => shortBases[basis]).join('+')}`;
    byBases.set(key, `${byBases.get(key) ?? ''}${letters[relation]}`);
  }
  return [...byBases].map(([on, as]) => `${as.length === relations.length ? '*' : as}${on}`).join(' ');
}

function rowOf(action: Action): string {
  const byCells = new Map<string, Role[]>();
  for (const role of roles) {
    const cells = cellsOf(action, role);
    if (cells !== '') byCells.set(cells, [...(byCells.get(cells) ?? []), role]);
  }
  return [...byCells].map(([cells, who]) => `${who.join(' ')}: ${cells}`).join(' | ') || 'nobody';
}

/**
 * Every cell, to be read by people. Relations: L 主担当機関, R つなぎの受け手, P 参加機関, I 案件の機関, S 担当課, C 多機関協働事業者, - none; `*` all.
 * After a slash the bases on which alone it is allowed. A role or relation that is not named is refused.
 */
const table = `
open-case — staff head coordinator: SC-
record-advice-only — coordinator: C
screen-case — staff head: L | coordinator: LC
mark-urgent — staff head: LRPI | coordinator: LRPIC | manager: S
change-contact-rules — staff head: LP/consent+106-6+own | coordinator: LP/consent+106-6+own C
set-person-in-charge — head: L | coordinator: LC
release-agency — staff head: L | coordinator: LC
reopen-case — staff head: L | coordinator: LC
send-handoff — staff head: LP | coordinator: LPC
accept-handoff — staff head coordinator: R
decline-handoff — staff head coordinator: R
advise-on-handoff — staff head coordinator: R
withdraw-handoff — staff head: LP | coordinator: LPC
record-consent — staff head: LP | coordinator: LPC
confirm-consent — staff head: L | coordinator: LC
withdraw-consent — staff head: LP | coordinator: LPC
confirm-withdrawal — staff head: LPI | coordinator: LPIC
allow-support-meeting — manager deputy: S
confirm-candidate — manager deputy: S
dismiss-candidate — manager deputy: S
record-pre-contact — staff head: LPI/106-6+own | coordinator: LPI/106-6+own C
record-contact — staff head: LPI/106-6+own | coordinator: LPI/106-6+own C
review-track — staff head: L/106-6+own | coordinator: L/106-6+own C | manager deputy: S
finish-task — staff head: LPI | coordinator: LPIC
request-meeting — staff head: LP
withdraw-meeting-request — staff head: LP | coordinator: C
decline-meeting-request — coordinator: C
place-on-sitting — nobody
move-placement — nobody
drop-placement — nobody
change-seats — nobody
leave-item — nobody
take-disposition — nobody
submit-sheet — staff head: LPI | coordinator: LPIC
finish-assessment — coordinator: C
draft-plan — coordinator: C
explain-plan — staff head: L | coordinator: LC
draft-approval — staff head coordinator: S
read-plan-with-reason — manager deputy: S
decide-support — manager deputy: S
acknowledge-role — staff head: LPI | coordinator: LPIC
record-monitoring — staff head: LP | coordinator: LPC
evaluate-now — staff head: L | coordinator: LC
record-evaluation — staff head: L | coordinator: LC
resume-support — staff head: L | coordinator: LC
record-follow-up — staff head: L | coordinator: LC
propose-for-support-meeting — workflow: *
ask-for-sheets — workflow: *
begin-planning — workflow: *
ask-for-review — workflow: *
ask-for-approval — workflow: *
tell-roles — workflow: *
ask-for-monitoring — workflow: *
begin-evaluation — workflow: *
tell-recipients-of-withdrawal — workflow: *
close-case — workflow: *
finish-call — coordinator: SC | manager: S
report-undelivered — clock: *
enforce — clock: *
redate-obligations — coordinator: SC | manager: S | clock: *
open-sitting — coordinator: SC | manager: S
add-item — coordinator: SC | manager: S
remove-item — coordinator: SC | manager: S
take-off-item — coordinator: SC | manager: S
call-sitting — coordinator: S C/consent | manager: S
add-invitee — coordinator: S C/consent | manager: S
move-sitting — coordinator: S C/consent | manager: S
cancel-sitting — coordinator: S C/consent | manager: S
answer-invitation — staff head manager deputy invitee: I | coordinator: ISC
acknowledge-secrecy — staff head manager deputy: I | coordinator: ISC
release-disposition — coordinator: S C/consent | manager deputy: S
read-with-reason — manager deputy: S
hold-sitting — coordinator: S C/consent | manager deputy: S
give-disposition — coordinator: S C/consent | manager deputy: S
freeze-item — nobody
send-invitations — workflow: *
open-phone-tasks — workflow: *
tell-required-absence — workflow: *
close-sitting — workflow: *
case.read — staff head: LRPI | coordinator: LRPISC | manager deputy: S
case.read-work — staff head: LPI | coordinator: LPISC | manager deputy: S
case.read-texts — staff head: LRPI/consent+106-6+own | coordinator: LRPI/consent+106-6+own SC/office
person.read — staff head: LRPI/consent+106-6+own+handoff | coordinator: LRPI/consent+106-6+own+handoff SC/office
intake.read-reporter — staff head coordinator: LPI/own
track.read — staff head: LPI/106-6+own | coordinator: LPI/106-6+own SC | manager deputy: S
track.read-texts — staff head: LPI/106-6+own | coordinator: LPI/106-6+own SC/office
meeting-request.read-texts — staff head: LPI/own | coordinator: LPI/own SC/office
case-item.read-texts — staff head: LPI/consent+106-6+own | coordinator: LPI/consent+106-6+own SC/office | manager deputy: PI/consent+106-6
sheet.read-texts — staff head: L/consent+own PI/own | coordinator: L/consent+own PI/own SC/office
support.read-texts — staff head: LPI/consent+own | coordinator: LPI/consent+own SC/office
handoff.read-texts — staff head: LRPI/own+handoff | coordinator: LRPI/own+handoff SC/office
plan.read-texts — staff head: LPI/consent+own | coordinator: LPI/consent+own SC/office | manager deputy: S/reason
sitting.read — staff head: I | coordinator: ISC | manager deputy: IS
sitting.oversee — coordinator: SC | manager deputy: S
sitting.read-texts — coordinator: SC | manager deputy: S/presiding+reason
item.read-texts — staff head: I/consent+106-6 | coordinator: I/consent+106-6 SC | manager deputy: I/consent+106-6 S/presiding+reason
board.read — coordinator: SC | manager deputy: S
case.list — staff head coordinator manager deputy: *
my-work.read — staff head coordinator manager deputy: *
sitting.list — staff head coordinator manager deputy: *
profile.read — staff head coordinator manager deputy: *
session.read — staff head coordinator manager deputy: *
session.end — staff head coordinator manager deputy: *
session.begin — staff head coordinator manager deputy anonymous: *
demo-people.list — staff head coordinator manager deputy anonymous: *
draft.keep — staff head coordinator manager deputy: *
reply.read — invitee: I
pages.read — staff head coordinator manager deputy invitee workflow clock anonymous: *
health.read — staff head coordinator manager deputy invitee workflow clock anonymous: *
openapi.read — staff head coordinator manager deputy invitee workflow clock anonymous: *
`;

const rendered = (): readonly string[] =>
  Object.keys(decisionTable)
    .filter(isAction)
    .map((action) => `${action} — ${rowOf(action)}`);

describe('the decision table', () => {
  it('[R65] allows exactly what is written here, and nothing else', () => {
    expect(rendered()).toEqual(table.trim().split('\n'));
  });

  it('[R85] gives whoever holds several posts what any of them may', () => {
    for (const action of Object.keys(decisionTable).filter(isAction))
      for (const relation of relations)
        for (const basis of bases) {
          const asked = (posts: readonly Post[]): boolean =>
            decide({
              actor: { kind: 'person', membershipId: 'member-1', agency: 'hokenfukushi', posts },
              action,
              relation,
              basis,
            }).allowed;
          expect(asked(['manager', 'head', 'staff'])).toBe(asked(['manager']) || asked(['head']) || asked(['staff']));
        }
  });

  it.each([
    ['nobody signed in', { kind: 'anonymous' }, 'case.read', 'none', 'access.sign-in'],
    [
      'a command that only another record gives',
      member('coordinator'),
      'place-on-sitting',
      'coordinatingBody',
      'access.linked-only',
    ],
    [
      'a command that only a workflow gives',
      member('coordinator'),
      'close-case',
      'coordinatingBody',
      'access.system-only',
    ],
    ['a post that does not decide', member('staff'), 'decide-support', 'competentSection', 'access.role'],
    ['an agency that has nothing to do with it', member('staff'), 'accept-handoff', 'participant', 'access.relation'],
    ['a ground that is not there', member('staff'), 'case.read-texts', 'participant', 'access.basis'],
    ['a person in place of the clock', member('manager'), 'enforce', 'competentSection', 'access.system-only'],
    ['a workflow in place of a person', { kind: 'workflow' }, 'accept-handoff', 'none', 'access.role'],
  ] as const)('says why: %s', (_what, actor, action, relation, code) => {
    expect(decide({ actor, action, relation, basis: 'none' })).toEqual({ allowed: false, code });
  });
});
