import { expect, it } from '@jest/globals';
import { exampleOf, laterCaseCommands as types } from '../testing/case-examples.ts';
import { situations } from '../testing/case-situations.ts';
import { makeCase, type MadeCase } from '../testing/make-case.ts';
import { stages } from './stage.ts';

/** What a mark in the tables stands for; a letter is a reason told to whoever asked. */
const legend: Readonly<Record<string, string>> = {
  done: 'ok',
  'case.not-in-stage': '·',
  'case.ended': '×',
  'already-so': '=',
  'participant.not-there': 'a',
  'participant.still-owes': 'b',
  'handoff.missing': 'c',
  'handoff.not-awaiting': 'd',
  'consent.not-given': 'e',
  'consent.nothing-to-confirm': 'E',
  'withdrawal.missing': 'f',
  'support-meeting.reason-not-needed': 'g',
  'candidate.none': 'h',
  'outreach.not-decided': 'i',
  'track.not-live': 'j',
  'task.missing': 'k',
  'item.missing': 'l',
  'item.already-disposed': 'm',
  'sheet.not-asked': 'n',
  'sheet.already-received': 'o',
  'sheet.not-asked-yet': 'p',
  'plan.missing': 'q',
  'approval.not-drafted': 'r',
  'case.advice-only': 's',
  'person.missing': 't',
  'outreach.pre-contact-done': 'u',
  'outreach.pre-contact-first': 'v',
  'item.already-placed': 'w',
  'support-meeting.reason-required': 'y',
  'sheet.still-awaited': 'z',
  'approval.already-drafted': 'A',
  'role.not-told': 'B',
  'follow-up.already-done': 'C',
  'call.missing': 'D',
  'meeting-request.missing': 'F',
};

const width = Math.max(...types.map(({ length }) => length)) + 1;

/** One line a command, one column a case: what it is answered when only the state can be the reason. */
const answers = (cases: readonly MadeCase[]): string =>
  types
    .map((type) => {
      const cells = cases.map((made) => made.desk.answer(made.ref, exampleOf(type, made)));
      return (
        type.padEnd(width) +
        cells
          .map((code) => (legend[code] ?? code).padEnd(2))
          .join(' ')
          .trimEnd()
      );
    })
    .join('\n');

it('[R10] every stage × every command: allowed, or refused with a reason', () => {
  expect(stages.join(' ')).toBe(
    'intake screening handoff accepted assessment planning adequacyReview decision support evaluation interrupted followUp closed advised',
  );
  expect(answers(stages.map((stage) => makeCase({ stage })))).toBe(
    `
screen-case                   ok ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send-handoff                  ·  ok ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept-handoff                c  c  ok d  d  d  d  d  d  d  d  d  d  d
decline-handoff               c  c  ok d  d  d  d  d  d  d  d  d  d  d
advise-on-handoff             c  c  ok d  d  d  d  d  d  d  d  d  d  d
withdraw-handoff              c  c  ok d  d  d  d  d  d  d  d  d  d  d
propose-for-support-meeting   =  =  =  =  =  =  =  =  =  =  =  =  =  =
confirm-candidate             h  h  h  h  h  h  h  h  h  h  h  h  h  h
dismiss-candidate             h  h  h  h  h  h  h  h  h  h  h  h  h  h
record-consent                ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
confirm-consent               E  E  E  E  E  E  E  E  E  E  E  E  E  E
withdraw-consent              e  e  e  e  ok ok ok ok ok ok ok ok ok e
tell-recipients-of-withdrawal =  =  =  =  =  =  =  =  =  =  =  =  =  =
confirm-withdrawal            f  f  f  f  f  f  f  f  f  f  f  f  f  f
allow-support-meeting         g  g  g  g  g  g  g  g  g  g  g  ×  ×  ×
request-meeting               ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
withdraw-meeting-request      F  F  F  F  F  F  F  F  F  F  F  F  F  F
decline-meeting-request       F  F  F  F  F  F  F  F  F  F  F  F  F  F
place-on-sitting              ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
move-placement                l  l  l  l  l  l  l  m  m  m  m  m  m  l
drop-placement                l  l  l  l  l  l  l  m  m  m  m  m  m  l
change-seats                  ok ok ok ok ok ok ok ok ok ok ok ok ok ok
leave-item                    l  l  l  l  l  l  l  m  m  m  m  m  m  l
take-disposition              l  l  l  l  l  l  l  m  m  m  m  m  m  l
record-pre-contact            i  i  i  i  i  i  i  i  i  i  i  i  i  i
record-contact                i  i  i  i  i  i  i  i  i  i  i  i  i  i
review-track                  j  j  j  j  j  j  j  j  j  j  j  j  j  j
ask-for-sheets                =  =  =  =  ok =  =  =  =  =  =  =  =  =
submit-sheet                  ·  ·  ·  ·  n  o  ·  ·  ·  ·  ·  ·  ·  ·
begin-planning                =  =  =  =  =  =  =  =  =  =  =  =  =  =
finish-assessment             ·  ·  ·  ·  p  ·  ·  ·  ·  ·  ·  ·  ·  ·
draft-plan                    ·  ·  ·  ·  ·  ok ·  ·  ·  ·  ·  ·  ·  ·
explain-plan                  ·  ·  ·  ·  ·  q  ·  ·  ·  ·  ·  ·  ·  ·
ask-for-review                =  =  =  =  =  =  ok =  =  =  =  =  =  =
ask-for-approval              =  =  =  =  =  =  =  ok =  =  =  =  =  =
draft-approval                ·  ·  ·  ·  ·  ·  ·  ok ·  ·  ·  ·  ·  ·
read-plan-with-reason         q  q  q  q  q  q  ok ok ok ok ok ok ok q
decide-support                ·  ·  ·  ·  ·  ·  ·  r  ·  ·  ·  ·  ·  ·
tell-roles                    =  =  =  =  =  =  =  =  =  =  =  =  =  =
acknowledge-role              ·  ·  ·  ·  ·  ·  ·  ·  ok ok ·  ·  ·  ·
ask-for-monitoring            =  =  =  =  =  =  =  =  =  =  =  =  =  =
record-monitoring             ·  ·  ·  ·  ·  ·  ·  ·  ok ok ·  ·  ·  ·
begin-evaluation              =  =  =  =  =  =  =  =  =  =  =  =  =  =
evaluate-now                  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ok ·  ·  ·
record-evaluation             ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ·  ·  ·
resume-support                ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ·  ·
record-follow-up              ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ·
close-case                    =  =  =  =  =  =  =  =  =  =  =  =  =  =
finish-task                   k  k  k  k  k  k  k  k  k  k  k  k  k  k
set-person-in-charge          ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
mark-urgent                   ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
change-contact-rules          ok ok ok ok ok ok ok ok ok ok ok ok ×  ×
release-agency                a  a  a  ok b  b  b  b  b  b  ok ×  ×  ×
reopen-case                   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ok ok
finish-call                   D  D  D  D  D  D  D  D  D  D  D  D  D  D
redate-obligations            ok ok ok ok ok ok ok ok ok ok ok ok ok ok
report-undelivered            =  =  =  =  =  =  =  =  =  =  =  =  =  =
`.trim(),
  );
});

it('[R10] what runs beside a stage or is half done in it × every command', () => {
  expect(Object.keys(situations).join(' ')).toBe(
    'candidate onSupportMeeting outreach preContact task refused unconfirmed sheetsAsked sheetsIn planDrafted onPlanMeeting frozen approvalDrafted rolesUntold monitoringDue evaluationDue followedUp adviceOnly',
  );
  expect(answers(Object.values(situations).map((make) => make()))).toBe(
    `
screen-case                   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send-handoff                  ok ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept-handoff                d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  c
decline-handoff               d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  c
advise-on-handoff             d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  c
withdraw-handoff              d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  c
propose-for-support-meeting   =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
confirm-candidate             ok h  h  h  h  h  h  h  h  h  h  h  h  h  h  h  h  h
dismiss-candidate             ok h  h  h  h  h  h  h  h  h  h  h  h  h  h  h  h  h
record-consent                ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ×  ×
confirm-consent               E  E  E  E  E  E  ok E  E  E  E  E  E  E  E  E  E  t
withdraw-consent              e  e  e  e  e  e  ok ok ok ok ok e  ok ok ok ok ok t
tell-recipients-of-withdrawal =  =  =  =  =  =  =  =  =  =  =  ok =  =  =  =  =  =
confirm-withdrawal            f  f  f  f  f  f  f  f  f  f  f  ok f  f  f  f  f  f
allow-support-meeting         g  g  g  g  g  ok g  g  g  g  g  g  g  g  g  g  ×  ×
request-meeting               ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ×  ×
withdraw-meeting-request      F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F
decline-meeting-request       F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F
place-on-sitting              ok w  ok ok ok ok ok ok ok ok ok y  ok ok ok ok ×  ×
move-placement                l  ok m  m  m  l  l  l  l  l  ok ok m  m  m  m  m  l
drop-placement                l  ok m  m  m  l  l  l  l  l  ok ok m  m  m  m  m  l
change-seats                  ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
leave-item                    l  ok m  m  m  l  l  l  l  l  ok ok m  m  m  m  m  l
take-disposition              l  ok m  m  m  l  l  l  l  l  ok ok m  m  m  m  m  l
record-pre-contact            i  i  ok u  i  i  i  i  i  i  i  i  i  i  i  i  i  i
record-contact                i  i  v  ok i  i  i  i  i  i  i  i  i  i  i  i  i  i
review-track                  j  ok ok ok ok j  j  j  j  j  j  j  j  j  j  j  j  j
ask-for-sheets                =  =  =  =  =  =  ok =  =  =  =  =  =  =  =  =  =  =
submit-sheet                  ·  ·  ·  ·  ·  ·  n  ok o  o  ·  ·  ·  ·  ·  ·  ·  ·
begin-planning                =  =  =  =  =  =  =  =  ok =  =  =  =  =  =  =  =  =
finish-assessment             ·  ·  ·  ·  ·  ·  p  z  ok ·  ·  ·  ·  ·  ·  ·  ·  ·
draft-plan                    ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ·  ·  ·  ·  ·  ·  ·
explain-plan                  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ·  ·  ·  ·  ·  ·  ·
ask-for-review                =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
ask-for-approval              =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
draft-approval                ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  A  ·  ·  ·  ·  ·
read-plan-with-reason         q  q  q  q  q  q  q  q  q  ok ok ok ok ok ok ok ok q
decide-support                ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ·  ·  ·  ·
tell-roles                    =  =  =  =  =  =  =  =  =  =  =  =  =  ok =  =  =  =
acknowledge-role              ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  B  ok ok ·  ·
ask-for-monitoring            =  =  =  =  =  =  =  =  =  =  =  =  =  =  ok ok =  =
record-monitoring             ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ok ok ·  ·
begin-evaluation              =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  ok =  =
evaluate-now                  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ok ok ·  ·
record-evaluation             ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
resume-support                ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
record-follow-up              ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  C  ·
close-case                    =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  ok =
finish-task                   k  k  k  k  ok k  k  k  k  k  k  k  k  k  k  k  k  k
set-person-in-charge          ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ×  ×
mark-urgent                   ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ×  ×
change-contact-rules          ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ×
release-agency                a  b  b  b  b  ok b  ok b  b  b  b  b  b  b  b  ×  ×
reopen-case                   ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ok s
finish-call                   D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D  D
redate-obligations            ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
report-undelivered            =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =  =
`.trim(),
  );
});

it('refuses a word that is no command of a case, and every command to a case that does not exist', () => {
  const { desk, ref } = makeCase();
  expect(desk.answer(ref, { type: 'close-the-case' })).toBe('command.unknown');
  expect(desk.answer(ref, { type: 'toString' })).toBe('command.unknown');
  for (const type of types) expect(desk.answer(desk.newRef('support-case'), { type })).toBe('record.missing');
});

it('begins a case once: the same beginning to an open case is refused', () => {
  const { desk, ref } = makeCase();
  expect(desk.answer(ref, { type: 'open-case' })).toBe('record.exists');
});
