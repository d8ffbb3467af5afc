import type { RecordRef } from '#libs/contracts';
import type { CaseState } from '../case/case-state.ts';
import { currentPlan } from '../case/current-plan.ts';
import { dispositionResults, itemPurposes, type ItemPurpose } from '../case/codes.ts';
import { resultsOf } from '../case/placement-gate.ts';
import type { Obligation } from '../record/obligation.ts';
import { replyKinds } from '../sitting/sitting-state.ts';
import * as say from './case-script.ts';
import type { Dice } from './dice.ts';
import type { DomainDesk, Said } from './domain-desk.ts';

export interface Proposal {
  readonly ref: RecordRef;
  readonly command: Said;
  readonly as?: 'manager' | 'deputy' | 'workflow';
}

const agencies = ['office', 'houkatsu', 'kikan', 'shakyo', 'clinic', 'minsei', 'police'] as const;
const persons = [say.mother, say.son] as const;
const caseSystem = [
  'propose-for-support-meeting',
  'ask-for-sheets',
  'begin-planning',
  'ask-for-review',
  'ask-for-approval',
  'tell-roles',
  'ask-for-monitoring',
  'begin-evaluation',
  'tell-recipients-of-withdrawal',
  'close-case',
] as const;
const sittingSystem = ['send-invitations', 'open-phone-tasks', 'tell-required-absence', 'close-sitting'] as const;

export const systemCommandsOf = { 'support-case': caseSystem, sitting: sittingSystem } as const;
export const systemCommands: ReadonlySet<string> = new Set([...caseSystem, ...sittingSystem]);

/** Proposes something that somebody may say: mostly what is owed, often what comes up, sometimes what makes no sense. */
export function propose(desk: DomainDesk, dice: Dice): Proposal | undefined {
  const cases = [...desk.refs.values()].filter(({ kind }) => kind === 'support-case');
  const sittings = [...desk.refs.values()].filter(({ kind }) => kind === 'sitting');
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
  const known = [...desk.refs.values()].filter(
    (one) => one.kind === 'sitting' && desk.sitting(one).body === body && desk.sitting(one).stage === 'preparing',
  );
  const command = say.openSitting(desk, ref, {
    body,
    purpose,
    personIds,
    heldOn,
    agencies: dice.some(['houkatsu', 'kikan', 'shakyo']),
  });
  const open = dice.roll(2) === 0 ? known[0] : undefined;
  return open
    ? { ref: open, command: { type: 'add-item', item: command.item } }
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
      return said(consent(desk, dice));
    case 'person-in-charge':
      return said({ type: 'set-person-in-charge', membershipId: desk.id('member') });
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

const systemOf = (key: string): string =>
  [...systemCommands].find((type) => key.startsWith(`next-step/${type}`)) ??
  (key.startsWith('next-step/tell-recipients') ? 'tell-recipients-of-withdrawal' : 'close-case');

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
    () => ({ type: 'set-person-in-charge', membershipId: dice.roll(2) ? null : desk.id('member') }),
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

function plausibleForSitting(desk: DomainDesk, dice: Dice, ref: RecordRef): Proposal | undefined {
  const state = desk.sitting(ref);
  if (state.stage === 'preparing' && state.heldOn < desk.today)
    return {
      ref,
      command: dice.roll(3) ? moveSitting(desk, dice) : { type: 'cancel-sitting', reasonText: desk.id('text') },
    };
  if (state.stage === 'preparing')
    return {
      ref,
      command: say.callSitting(desk, ['shakyo', ...dice.some(['houkatsu', 'clinic', 'minsei', 'police'])], {
        urgentReasonText: desk.id('text'),
      }),
    };
  if (state.stage === 'called') {
    const owed = Object.values(state.obligations).find(({ kind }) => kind === 'next-step');
    if (owed && dice.roll(2)) return { ref, command: { type: systemOf(owed.key) }, as: 'workflow' };
    if (desk.today < state.heldOn && dice.roll(2)) {
      desk.passTo(state.heldOn);
      return { ref, command: say.holdSitting() };
    }
    return desk.today < state.heldOn
      ? { ref, command: reply(desk, dice, ref) }
      : { ref, command: say.holdSitting({ chair: dice.of(['manager', 'deputy']) }) };
  }
  const item = state.items.find(({ disposition }) => disposition === null);
  if (!item) return { ref, command: { type: 'close-sitting' }, as: 'workflow' };
  const result =
    item.kind === 'supportMeeting' && dice.roll(2) ? 'outreach' : (dice.one(resultsOf(item)) ?? 'adjourned');
  return {
    ref,
    command: say.dispose(desk, item.id, result, {
      dueOn: desk.ahead(1 + dice.roll(30)),
      ownerAgency: dice.of(agencies),
      ...(result === 'ended' ? { endReason: 'rolesAgreed', leadAgencyAfter: dice.of(agencies) } : {}),
    }),
  };
}

const moveSitting = (desk: DomainDesk, dice: Dice): Said => ({
  type: 'move-sitting',
  heldOn: desk.ahead(dice.roll(20)),
  startsAt: '14:00',
  endsAt: '15:00',
  placeText: desk.id('text'),
});

const reply = (desk: DomainDesk, dice: Dice, ref: RecordRef): Said => ({
  type: 'answer-invitation',
  invitationId: dice.one(desk.sitting(ref).invitations)?.id ?? 'invitation-0',
  reply: dice.roll(2) ? 'absent' : dice.one(replyKinds),
  proxyText: dice.roll(2) ? null : desk.id('text'),
  via: dice.of(['link', 'office']),
});

function anyForSitting(desk: DomainDesk, dice: Dice, ref: RecordRef, cases: readonly RecordRef[]): Proposal {
  const state = desk.sitting(ref);
  const item = dice.one(state.items)?.id ?? 'item-0';
  const text = desk.id('text');
  const caseId = dice.one(cases)?.id ?? '';
  const commands: readonly (() => Said)[] = [
    () => reply(desk, dice, ref),
    () => ({ type: 'add-invitee', invitationId: desk.id('invitation'), agency: dice.of(agencies) }),
    () => moveSitting(desk, dice),
    () => ({ type: 'cancel-sitting', reasonText: text }),
    () => ({ type: 'remove-item', itemId: item }),
    () => say.holdSitting({ present: dice.some(agencies) }),
    () => say.callSitting(desk, dice.some(agencies)),
    () =>
      say.dispose(desk, item, dice.of(dispositionResults), { endReason: 'other', leadAgencyAfter: dice.of(agencies) }),
    () => ({
      type: 'add-item',
      item: {
        itemId: desk.id('item'),
        caseId,
        caseNumber: 'R8-001',
        purpose: dice.of(itemPurposes),
        personIds: dice.some(persons),
        agencies: [],
      },
    }),
  ];
  const kind = dice.roll(commands.length + 2);
  if (kind < 2) return { ref, command: { type: dice.of(sittingSystem) }, as: 'workflow' };
  return { ref, command: (commands[kind - 2] ?? (() => say.holdSitting()))() };
}
