import type { CaseCommand } from '../case/case.commands.ts';
import { currentPlan } from '../case/current-plan.ts';
import * as say from './case-script.ts';
import type { Said } from './domain-desk.ts';
import type { MadeCase } from './make-case.ts';

type Later = Exclude<CaseCommand['type'], 'open-case' | 'record-advice-only'>;

/** A sensible example of each command for a case as it stands: only the state can be the reason of a refusal. */
export function exampleOf(type: Later, { desk, ref }: MadeCase): Said {
  const state = desk.case(ref);
  const text = 'text-0';
  const handoffId = state.handoffs.at(-1)?.id ?? 'handoff-0';
  const item = state.placements.at(-1);
  switch (type) {
    case 'screen-case':
      return say.screen(desk);
    case 'mark-urgent':
      return { type, urgent: true };
    case 'set-person-in-charge':
      return { type, membershipId: 'member-new' };
    case 'release-agency':
      return { type, agency: 'office', reasonText: text };
    case 'reopen-case':
      return { type, reasonText: text };
    case 'send-handoff':
      return say.sendHandoff(desk);
    case 'accept-handoff':
    case 'decline-handoff':
    case 'advise-on-handoff':
    case 'withdraw-handoff':
      return { type, handoffId, reason: 'noCapacity', suggestion: 'otherAgency', answerText: null, adviceText: text };
    case 'record-consent':
      return say.consents(desk, say.son);
    case 'withdraw-consent':
      return say.withdraws(desk);
    case 'confirm-withdrawal':
      return { type, withdrawalId: 'withdrawal-0', agency: 'houkatsu' };
    case 'allow-support-meeting':
      return { type, personId: say.son, reasonText: text };
    case 'record-pre-contact':
      return { type, on: desk.today, text };
    case 'record-contact':
      return {
        type,
        contactId: 'contact-0',
        on: desk.today,
        method: 'visit',
        result: 'met',
        nextContactOn: desk.ahead(5),
        text,
      };
    case 'review-track':
      return { type, nextReviewOn: desk.ahead(10), text };
    case 'finish-task':
      return { type, taskId: 'task-0', outcome: 'done', text: null };
    case 'place-on-sitting':
      return {
        type,
        itemId: 'item-0',
        sittingId: 'sitting-0',
        body: 'supportMeeting',
        purpose: 'judgement',
        personIds: [say.mother],
        agencies: [],
        heldOn: desk.ahead(5),
      };
    case 'move-placement':
    case 'drop-placement':
      return { type, itemId: item?.itemId ?? 'item-0', heldOn: desk.ahead(9) };
    case 'take-disposition':
      return { ...say.dispose(desk, item?.itemId ?? 'item-0', 'adjourned'), type };
    case 'submit-sheet':
      return { type, agency: 'houkatsu', text };
    case 'draft-plan':
      return say.draftPlan(desk);
    case 'explain-plan':
      return say.explainPlan(desk);
    case 'draft-approval':
      return say.draftApproval(desk);
    case 'decide-support':
      return { type, decidedOn: desk.today };
    case 'acknowledge-role':
      return { type, agency: 'houkatsu' };
    case 'record-monitoring':
      return { type, entryId: 'entry-0', on: desk.today, method: 'visit', text };
    case 'record-evaluation':
      return say.evaluate(
        desk,
        (currentPlan(state)?.goals ?? []).map(({ id }) => id),
      );
    case 'record-follow-up':
      return { type, day: 30, on: desk.today, leadAgencyOk: true, text };
    default:
      return { type, reasonText: text };
  }
}
