import { caseCommands } from '../case/case-registry.ts';
import { currentPlan } from '../case/current-plan.ts';
import { exampleOf as filled } from '../command/example.ts';
import * as say from './case-script.ts';
import type { DomainDesk, Said } from './domain-desk.ts';
import type { MadeCase } from './make-case.ts';
import { colleagueOf } from './town-people.ts';

/** Every command of a case after its first. */
export type LaterCase = keyof typeof caseCommands;
export const laterCaseCommands = Object.values(caseCommands).map(({ type }) => type);

/** A sensible example of each command for a case as it stands: only the state can be the reason of a refusal. */
export function exampleOf(type: LaterCase, { desk, ref }: MadeCase): Said {
  return { ...filled(caseCommands[type].fields, desk.today, knownOf(type, desk, ref)), type };
}

/** What the test knows of the town and of the case; the rest is filled by the fields of the command. */
function knownOf(type: LaterCase, desk: DomainDesk, ref: MadeCase['ref']): Readonly<Record<string, unknown>> {
  const state = desk.case(ref);
  const handoffId = state.handoffs.at(-1)?.id ?? 'handoff-0';
  const itemId = state.placements.at(-1)?.itemId ?? 'item-0';
  switch (type) {
    case 'screen-case':
      return say.screen(desk);
    case 'set-person-in-charge':
      return { membershipId: colleagueOf(state.leadAgency) };
    case 'release-agency':
      return { agency: 'office' };
    case 'send-handoff':
      return say.sendHandoff(desk);
    case 'accept-handoff':
    case 'decline-handoff':
    case 'advise-on-handoff':
    case 'withdraw-handoff':
      return { handoffId };
    case 'record-consent':
      return say.consents(desk, say.son);
    case 'confirm-consent':
      return { personId: say.mother };
    case 'withdraw-consent':
      return say.withdraws(desk);
    case 'confirm-withdrawal':
      return { withdrawalId: 'withdrawal-0', agency: 'houkatsu' };
    case 'allow-support-meeting':
      return { personId: say.son };
    case 'record-contact':
      return { nextContactOn: desk.ahead(5) };
    case 'review-track':
      return { nextReviewOn: desk.ahead(10) };
    case 'finish-task':
      return { taskId: 'task-0' };
    case 'request-meeting':
      return { body: 'supportMeeting', purpose: 'direction', personIds: [say.mother] };
    case 'withdraw-meeting-request':
    case 'decline-meeting-request':
      return { requestId: 'request-0' };
    case 'place-on-sitting':
      return {
        itemId: 'item-0',
        body: 'supportMeeting',
        purpose: 'judgement',
        personIds: [say.mother],
        heldOn: desk.ahead(5),
      };
    case 'move-placement':
    case 'drop-placement':
    case 'leave-item':
      return { itemId, heldOn: desk.ahead(9) };
    case 'take-disposition':
      return say.dispose(desk, itemId, 'adjourned');
    case 'submit-sheet':
    case 'acknowledge-role':
      return { agency: 'houkatsu' };
    case 'draft-plan':
      return say.draftPlan(desk);
    case 'draft-approval':
      return say.draftApproval(desk);
    case 'record-evaluation':
      return say.evaluate(
        desk,
        (currentPlan(state)?.goals ?? []).map(({ id }) => id),
      );
    case 'record-follow-up':
      return { day: 30 };
    default:
      return {};
  }
}
