import type { RecordEvent } from '../record/record-events.ts';
import type { AnyCaseCommand } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';

/**
 * The part of a case a command changes and an event changed: a command states the version it saw, so that two people who change the
 * same thing meet a conflict with both texts, while clock events and other people's notes raise none.
 */
export function partOfCaseCommand(command: AnyCaseCommand): string | undefined {
  switch (command.type) {
    case 'screen-case':
    case 'send-handoff':
    case 'reopen-case':
    case 'finish-assessment':
    case 'evaluate-now':
    case 'resume-support':
      return 'stage';
    case 'mark-urgent':
      return 'urgency';
    case 'set-person-in-charge':
      return 'person-in-charge';
    case 'release-agency':
      return 'participants';
    case 'accept-handoff':
    case 'decline-handoff':
    case 'advise-on-handoff':
    case 'withdraw-handoff':
      return `handoff/${command.handoffId}`;
    case 'record-consent':
    case 'withdraw-consent':
    case 'allow-support-meeting':
      return `consent/${command.personId}`;
    case 'confirm-candidate':
    case 'dismiss-candidate':
    case 'record-pre-contact':
    case 'review-track':
      return 'track';
    case 'finish-task':
      return `task/${command.taskId}`;
    case 'submit-sheet':
      return `sheet/${command.agency}`;
    case 'draft-plan':
    case 'explain-plan':
    case 'draft-approval':
    case 'decide-support':
      return 'plan';
    case 'record-evaluation':
      return 'evaluation';
    case 'record-follow-up':
      return `follow-up/${String(command.day)}`;
    default:
      // Notes, acknowledgements, the workflow and the clock.
      return undefined;
  }
}

/** The parts whose version an event raises. */
export function partsOfCaseEvent(event: CaseEvent | RecordEvent): readonly string[] {
  switch (event.type) {
    case 'case-screened':
    case 'case-reopened':
    case 'planning-begun':
    case 'replan-begun':
    case 'support-continued':
    case 'support-interrupted':
    case 'support-ended':
    case 'support-resumed':
    case 'evaluation-begun':
    case 'case-closed':
      return ['stage'];
    case 'urgency-marked':
      return ['urgency'];
    case 'person-in-charge-set':
      return ['person-in-charge'];
    case 'agency-released':
      return ['participants'];
    case 'handoff-sent':
      return ['stage', `handoff/${event.handoffId}`];
    case 'handoff-accepted':
      return ['stage', 'person-in-charge', `handoff/${event.handoffId}`];
    case 'handoff-declined':
    case 'handoff-advised':
    case 'handoff-withdrawn':
      return ['stage', `handoff/${event.handoffId}`];
    case 'consent-recorded':
    case 'consent-withdrawn':
    case 'support-meeting-allowed':
      return [`consent/${event.personId}`];
    case 'candidate-raised':
    case 'candidate-confirmed':
    case 'candidate-dismissed':
    case 'pre-contact-recorded':
    case 'track-reviewed':
      return ['track'];
    case 'task-finished':
      return [`task/${event.taskId}`];
    case 'sheet-received':
      return [`sheet/${event.agency}`];
    case 'plan-drafted':
    case 'plan-explained':
    case 'plan-reviewed':
    case 'approval-drafted':
    case 'support-decided':
      return ['plan'];
    case 'evaluation-recorded':
      return ['evaluation'];
    case 'follow-up-recorded':
      return [`follow-up/${String(event.day)}`];
    default:
      return [];
  }
}
