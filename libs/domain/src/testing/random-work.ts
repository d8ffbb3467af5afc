import type { RecordRef } from '#libs/contracts';
import type { CaseState } from '../case/case-state.ts';
import { currentPlan } from '../case/current-plan.ts';
import type { ItemPurpose } from '../case/codes.ts';
import type { Obligation } from '../record/obligation.ts';
import { colleagueOf } from './town-people.ts';
import * as say from './case-script.ts';
import type { Dice } from './dice.ts';
import type { DomainDesk, Said } from './domain-desk.ts';
import { anyForSitting, plausibleForSitting } from './random-sitting-work.ts';
import { agencies, caseSystem, systemOf, type Proposal } from './random-words.ts';

const persons = [say.mother, say.son] as const;
/** Proposes something that somebody may say: mostly what is owed, often what comes up, sometimes what makes no sense. */
export function propose(desk: DomainDesk, dice: Dice): Proposal | undefined {
  const cases = desk.refsOf('support-case');
  const sittings = desk.refsOf('sitting');
  const ref = dice.one(cases);
  if (!ref) return undefined;
  const sitting = sittings.length > 0 && dice.roll(3) === 0 ? sittings[sittings.length - 1 - dice.roll(3)] : undefined;
  if (sitting)
    return dice.roll(10) < 7 ? plausibleForSitting(desk, dice, sitting) : anyForSitting(desk, dice, sitting, cases);
  return dice.roll(10) < 6 ? plausibleForCase(desk, dice, ref) : anyForCase(desk, dice, ref);
}

function plausibleForCase(desk: DomainDesk, dice: Dice, ref: RecordRef): Proposal | undefined {
  const obligation = dice.one(Object.values(desk.state(ref).obligations));
  return obligation ? workFor(desk, dice, ref, obligation) : anyForCase(desk, dice, ref);
}

function onMeeting(desk: DomainDesk, dice: Dice, ref: RecordRef, body: string): Proposal {
  const { stage, persons: household } = desk.case(ref);
  const purpose: ItemPurpose =
    body === 'supportMeeting'
      ? dice.of<ItemPurpose>(['judgement', 'direction', 'informationSharing'])
      : stage === 'adequacyReview'
        ? 'adequacyReview'
        : dice.of<ItemPurpose>(['closureDecision', 'evaluation', 'interruption', 'informationSharing']);
  const consented = household.filter(({ consent }) => consent.status === 'given').map(({ id }) => id);
  const personIds = body === 'planMeeting' && !dice.rarely(6) ? consented : dice.some(persons);
  const heldOn = desk.ahead(1 + dice.roll(15));
  const known = desk
    .refsOf('sitting')
    .filter((one) => desk.sitting(one).body === body && desk.sitting(one).stage === 'preparing');
  const command = say.openSitting(desk, ref, {
    body,
    purpose,
    personIds,
    heldOn,
    agencies: dice.some(['houkatsu', 'kikan', 'shakyo']),
  });
  const open = dice.roll(2) === 0 ? known[0] : undefined;
  return open
    ? { ref: open, command: { type: 'add-item', ...command.item } }
    : { ref: desk.newRef('sitting'), command };
}

function workFor(desk: DomainDesk, dice: Dice, ref: RecordRef, { kind, key, about }: Obligation): Proposal | undefined {
  const state = desk.case(ref);
  const said = (command: Said): Proposal => ({ ref, command });
  switch (kind) {
    case 'screening':
      return said(say.screen(desk, dice.rarely(8) ? 'keep' : 'handOver'));
    case 'handoff-to-send':
      return said(handoff(desk, dice, true));
    case 'handoff-answer':
      return said(answerHandoff(desk, dice, about ?? ''));
    case 'candidate-decision':
      return said(
        dice.roll(3) > 0 ? { type: 'confirm-candidate' } : { type: 'dismiss-candidate', reasonText: desk.id('text') },
      );
    case 'track-placement':
      return onMeeting(desk, dice, ref, 'supportMeeting');
    case 'track-review':
      return dice.roll(2) === 0
        ? onMeeting(desk, dice, ref, 'supportMeeting')
        : said({
            type: 'review-track',
            nextReviewOn: dice.roll(2) ? null : desk.ahead(5 + dice.roll(20)),
            text: desk.id('text'),
          });
    case 'pre-contact':
      return said({ type: 'record-pre-contact', on: desk.today, text: desk.id('text') });
    case 'first-contact':
      return said(contact(desk, dice));
    case 'consent':
      return dice.roll(4) === 0 ? onMeeting(desk, dice, ref, 'supportMeeting') : said(consent(desk, dice));
    case 'sheet':
      return said({ type: 'submit-sheet', agency: about ?? '', text: desk.id('text') });
    case 'sheets-decision':
      return said({ type: 'finish-assessment' });
    case 'plan-draft':
      return said(say.draftPlan(desk));
    case 'plan-explanation':
      return said(say.explainPlan(desk));
    case 'meeting-placement':
    case 'interruption-review':
      return kind === 'interruption-review' && dice.roll(3) > 0
        ? said({ type: dice.roll(2) ? 'resume-support' : 'evaluate-now' })
        : onMeeting(desk, dice, ref, 'planMeeting');
    case 'approval-draft':
      return said(say.draftApproval(desk));
    case 'approval':
      return { ref, command: { type: 'decide-support', decidedOn: desk.today }, as: dice.of(['manager', 'deputy']) };
    case 'role-acknowledgement':
      return said({ type: 'acknowledge-role', agency: about ?? '' });
    case 'monitoring':
    case 'monitoring-round':
      return said({
        type: 'record-monitoring',
        entryId: desk.id('entry'),
        on: desk.today,
        method: 'visit',
        text: desk.id('text'),
      });
    case 'evaluation':
      return said(state.stage === 'evaluation' ? evaluation(desk, state) : { type: 'evaluate-now' });
    case 'follow-up': {
      const day = state.followUps.find(({ doneOn }) => doneOn === null)?.day ?? 0;
      return said({ type: 'record-follow-up', day, on: desk.today, leadAgencyOk: true, text: desk.id('text') });
    }
    case 'decision-task':
      return said({
        type: 'finish-task',
        taskId: about ?? '',
        outcome: dice.of(['done', 'impossible']),
        text: desk.id('text'),
      });
    case 'withdrawal-confirmation':
      return said({ type: 'confirm-withdrawal', withdrawalId: about ?? '', agency: key.split('/')[2] ?? '' });
    case 'frozen-item':
    case 'consent-review':
      return said(consent(desk, dice));
    case 'track-reason':
      return {
        ref,
        command: { type: 'allow-support-meeting', personId: about ?? '', reasonText: desk.id('text') },
        as: 'manager',
      };
    case 'person-in-charge':
      return said({ type: 'set-person-in-charge', membershipId: colleagueOf(state.leadAgency) });
    case 'next-step':
      return { ref, command: { type: systemOf(key) }, as: 'workflow' };
    case 'sitting-awaited':
      return about === undefined
        ? undefined
        : plausibleForSitting(desk, dice, { municipality: 'town', kind: 'sitting', id: about });
    default:
      return undefined;
  }
}

const handoff = (desk: DomainDesk, dice: Dice, main: boolean): Said =>
  say.sendHandoff(desk, { main, to: dice.of(agencies), purpose: dice.of(['join', 'takeOver']) });

function answerHandoff(desk: DomainDesk, dice: Dice, handoffId: string): Said {
  const type = dice.of([
    'accept-handoff',
    'accept-handoff',
    'decline-handoff',
    'decline-handoff',
    'advise-on-handoff',
    'withdraw-handoff',
  ]);
  const text = desk.id('text');
  return {
    type,
    handoffId,
    reason: 'noCapacity',
    suggestion: 'otherAgency',
    answerText: null,
    adviceText: text,
    reasonText: text,
  };
}

const contact = (desk: DomainDesk, dice: Dice): Said => ({
  type: 'record-contact',
  contactId: desk.id('contact'),
  on: desk.today,
  method: 'visit',
  result: dice.of(['met', 'notMet', 'refused']),
  nextContactOn: desk.ahead(3 + dice.roll(20)),
  text: desk.id('text'),
});

const consent = (desk: DomainDesk, dice: Dice): Said =>
  say.consents(desk, dice.of(persons), {
    status: dice.rarely(5) ? 'refused' : 'given',
    on: dice.rarely(4) ? desk.calendar.addOpenDays(desk.today, -dice.roll(40)) : desk.today,
    agencies: dice.roll(3) === 0 ? dice.some(agencies) : ['houkatsu', 'kikan', 'shakyo'],
    reviewOn: dice.rarely(3) ? desk.ahead(dice.roll(60) - 10) : null,
  });

const evaluation = (desk: DomainDesk, state: CaseState): Said =>
  say.evaluate(
    desk,
    (currentPlan(state)?.goals ?? []).map(({ id }) => id),
  );

/** Something that comes up without being owed, or that makes no sense here. */
function anyForCase(desk: DomainDesk, dice: Dice, ref: RecordRef): Proposal {
  const state = desk.case(ref);
  const text = desk.id('text');
  const handoffId = dice.one(state.handoffs)?.id ?? 'handoff-0';
  const commands: readonly (() => Said)[] = [
    () => consent(desk, dice),
    () => consent(desk, dice),
    () => say.withdraws(desk, dice.of(persons)),
    () => say.withdraws(desk, dice.of(persons), { agencies: dice.some(agencies) }),
    () => ({ type: 'allow-support-meeting', personId: dice.of(persons), reasonText: text }),
    () => handoff(desk, dice, dice.roll(2) === 0),
    () => answerHandoff(desk, dice, handoffId),
    () => ({ type: 'mark-urgent', urgent: dice.roll(2) === 0 }),
    () => ({ type: 'change-contact-rules', contactRulesText: text }),
    () => ({
      type: 'set-person-in-charge',
      membershipId: dice.roll(2) ? null : colleagueOf(desk.case(ref).leadAgency),
    }),
    () => ({ type: 'release-agency', agency: dice.of(agencies), reasonText: text }),
    () => ({ type: 'reopen-case', reasonText: text }),
    () => ({ type: 'review-track', nextReviewOn: dice.roll(2) ? null : desk.ahead(9), text }),
    () => contact(desk, dice),
    () => ({ type: 'record-monitoring', entryId: desk.id('entry'), on: desk.today, method: 'phone', text }),
    () => ({ type: 'evaluate-now' }),
    () => ({ type: 'resume-support' }),
    () => say.draftPlan(desk, { goals: [{ id: desk.id('goal'), text }] }),
    () => say.explainPlan(desk),
    () => ({ type: 'finish-assessment' }),
    () => ({ type: 'submit-sheet', agency: dice.of(agencies), text }),
    () => evaluation(desk, state),
    () => say.screen(desk, dice.of(['handOver', 'keep'])),
  ];
  const kind = dice.roll(commands.length + 6);
  if (kind < 4) return onMeeting(desk, dice, ref, dice.of(['supportMeeting', 'planMeeting']));
  if (kind < 6) return { ref, command: { type: dice.of(caseSystem) }, as: 'workflow' };
  return { ref, command: (commands[kind - 6] ?? (() => say.explainPlan(desk)))() };
}
