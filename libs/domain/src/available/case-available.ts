import type { CaseState } from '../case/case-state.ts';
import { trackIsLive } from '../case/consent-scope.ts';
import { currentPlan } from '../case/current-plan.ts';
import { sheetsNow } from '../case/planning.ts';
import { caseCommands } from '../case/support-case.ts';
import { isRefusal, refuse, type Context, type Refusal } from '../record/context.ts';

/** User commands a case page can offer, in the order of the process. */
export const offeredCaseCommands = [
  'screen-case',
  'send-handoff',
  'accept-handoff',
  'decline-handoff',
  'advise-on-handoff',
  'withdraw-handoff',
  'confirm-candidate',
  'dismiss-candidate',
  'record-consent',
  'withdraw-consent',
  'confirm-withdrawal',
  'allow-support-meeting',
  'record-pre-contact',
  'record-contact',
  'review-track',
  'submit-sheet',
  'finish-assessment',
  'draft-plan',
  'explain-plan',
  'draft-approval',
  'decide-support',
  'acknowledge-role',
  'record-monitoring',
  'evaluate-now',
  'record-evaluation',
  'resume-support',
  'record-follow-up',
  'finish-task',
  'set-person-in-charge',
  'mark-urgent',
  'release-agency',
  'reopen-case',
] as const;
export type OfferedCaseCommand = (typeof offeredCaseCommands)[number];

export interface Offered<C extends string> {
  readonly command: C;
  /** Why not now; absent when the command is open to somebody with the right. */
  readonly refusal?: Refusal;
}

/**
 * Which commands the state allows now and why not the others, asked of the very rules of the commands with a likely example;
 * what the user types may still be refused.
 */
export function availableCaseCommands(state: CaseState, ctx: Context): readonly Offered<OfferedCaseCommand>[] {
  return offeredCaseCommands.map((command) => {
    const example = exampleOf(command, state, ctx);
    const refusal = isRefusal(example)
      ? example
      : (
          caseCommands[command].refusal as
            ((state: CaseState, command: unknown, ctx: Context) => Refusal | undefined) | undefined
        )?.(state, example, ctx);
    return refusal ? { command, refusal } : { command };
  });
}

type Example = { readonly type: string; readonly [field: string]: unknown };

function exampleOf(type: OfferedCaseCommand, state: CaseState, ctx: Context): Example | Refusal {
  const awaiting = state.handoffs.find((handoff) => handoff.state === 'awaiting');
  const plan = currentPlan(state);
  const today = ctx.today;
  const text = 'example';
  switch (type) {
    case 'screen-case':
      return { type, judgement: 'keep', reasonText: text };
    case 'send-handoff': {
      const to = ctx.rules.agencies.find(
        ({ code }) =>
          code !== state.leadAgency &&
          !state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === code),
      );
      return {
        type,
        handoffId: text,
        to: to?.code,
        purpose: 'join',
        main: state.stage === 'screening',
        messageText: text,
      };
    }
    case 'accept-handoff':
    case 'decline-handoff':
    case 'advise-on-handoff':
    case 'withdraw-handoff':
      return awaiting ? { type, handoffId: awaiting.id, answerText: null } : refuse('handoff.none-awaiting');
    case 'record-consent':
      return {
        type,
        personId: state.persons[0]?.id,
        status: 'given',
        on: today,
        method: 'oral',
        agencies: [],
        purposes: ['planMaking'],
        itemClasses: [],
        representative: null,
        reviewOn: null,
      };
    case 'withdraw-consent': {
      const given = state.persons.find(({ consent }) => consent.status === 'given');
      return given
        ? { type, personId: given.id, withdrawalId: text, on: today, agencies: 'all', reasonText: null }
        : refuse('consent.not-given');
    }
    case 'confirm-withdrawal': {
      const open = state.withdrawals.find((one) => one.told && one.confirmed.length < one.agencies.length);
      return open
        ? { type, withdrawalId: open.id, agency: open.agencies.find((agency) => !open.confirmed.includes(agency)) }
        : refuse('withdrawal.missing');
    }
    case 'allow-support-meeting': {
      const refused = state.persons.find(
        ({ consent }) => consent.status === 'refused' || consent.status === 'withdrawn',
      );
      return refused ? { type, personId: refused.id, reasonText: text } : refuse('support-meeting.reason-not-needed');
    }
    case 'record-pre-contact':
      return { type, on: today, text };
    case 'record-contact':
      return {
        type,
        contactId: text,
        on: today,
        method: 'visit',
        result: 'met',
        nextContactOn: ctx.calendar.addOpenDays(today, 5),
        text,
      };
    case 'review-track':
      return { type, nextReviewOn: trackIsLive(state) ? ctx.calendar.addOpenDays(today, 5) : null, text };
    case 'submit-sheet':
      return {
        type,
        agency: sheetsNow(state).find(({ state: sheet }) => sheet !== 'received')?.agency ?? state.leadAgency,
        text,
      };
    case 'draft-plan':
      return {
        type,
        planId: text,
        startsOn: today,
        endsOn: ctx.calendar.addOpenDays(today, 60),
        directionText: text,
        goals: [{ id: text, text }],
        roles: [{ agency: state.leadAgency, text }],
      };
    case 'explain-plan':
      return { type, explainedOn: today, appliedOn: today, appliedBy: 'signature' };
    case 'draft-approval':
      return { type, draftedOn: today, documentNumber: text };
    case 'decide-support':
      return { type, decidedOn: today };
    case 'acknowledge-role':
      return {
        type,
        agency:
          plan?.roles.find(({ acknowledgedOn }) => acknowledgedOn === null)?.agency ??
          plan?.roles[0]?.agency ??
          state.leadAgency,
      };
    case 'record-monitoring':
      return { type, entryId: text, on: today, method: 'visit', text };
    case 'record-evaluation':
      return {
        type,
        recordedOn: today,
        goalOutcomes: Object.fromEntries((plan?.goals ?? []).map(({ id }) => [id, 'partly'])),
        changes: [],
        personsViewText: text,
        staffOpinionText: text,
        remainingText: null,
      };
    case 'record-follow-up':
      return {
        type,
        day: state.followUps.find(({ doneOn }) => doneOn === null)?.day ?? 0,
        on: today,
        leadAgencyOk: true,
        text,
      };
    case 'finish-task': {
      const task = state.tasks.find(({ state: progress }) => progress === 'open');
      return task ? { type, taskId: task.id, outcome: 'done', text: null } : refuse('task.none-open');
    }
    case 'set-person-in-charge':
      return { type, membershipId: text };
    case 'mark-urgent':
      return { type, urgent: !state.urgent };
    case 'release-agency': {
      const other = state.participants.find(
        ({ agency, releasedOn }) => releasedOn === null && agency !== state.leadAgency,
      );
      return other ? { type, agency: other.agency, reasonText: text } : refuse('participant.only-lead');
    }
    default:
      return { type, reasonText: text };
  }
}
