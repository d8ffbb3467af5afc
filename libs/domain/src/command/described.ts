import {
  changeCodes,
  concernCodes,
  consentItemClasses,
  consentMethods,
  consentPurposes,
  contactMethods,
  contactResults,
  declineReasons,
  declineSuggestions,
  goalOutcomes,
  relationCodes,
  representativeGrounds,
  schemeCodes,
  schemeOutcomeCodes,
} from '../case/codes.ts';
import {
  agencies,
  agency,
  allOrAgencies,
  code,
  codePerId,
  codes,
  date,
  given,
  line,
  list,
  made,
  number,
  orNull,
  part,
  point,
  ref,
  text,
  yesNo,
  type Fields,
} from './fields.ts';

/** What the edge and the page need to know of a unit. */
export interface Described {
  readonly type: string;
  readonly fields: Fields;
  /** `null`: a note or a beginning, which states no version. */
  readonly part: unknown;
}

const described = <const Type extends string, const F extends Fields>(
  type: Type,
  statesPart: boolean,
  fields: F,
): { readonly type: Type; readonly fields: F; readonly part: string | null } => ({
  type,
  fields,
  part: statesPart ? type : null,
});

/** What stands for the units until they are there: fields of every command as the API takes them today. */
export const describedBeginnings = {
  'open-case': described('open-case', false, {
    caseNumber: given<string>(),
    receivedOn: date(),
    point: point(),
    version: code(['withConsent', 'withoutConsent']),
    urgent: yesNo(),
    concerns: codes(concernCodes, 1),
    worstConcern: code(concernCodes),
    triedSchemes: list({ scheme: code(schemeCodes), by: agency(), outcome: code(schemeOutcomeCodes) }, 0, 50),
    persons: list(
      {
        id: made(),
        role: code(['person', 'householdMember']),
        relation: code(relationCodes),
        birthYear: orNull(number(1850, 2200)),
        nameText: text('person-name', 200),
      },
      1,
      30,
    ),
    storyText: text('story', 20_000),
    reporterText: orNull(text('reporter', 2_000)),
    contactRulesText: orNull(text('contact-rules', 4_000)),
  }),
  'record-advice-only': described('record-advice-only', false, {
    caseNumber: given<string>(),
    receivedOn: date(),
    point: point(),
    askedBy: agency(),
    concern: code(concernCodes),
    adviceText: text('advice', 10_000),
  }),
} as const;

export const describedCaseCommands = {
  'screen-case': described('screen-case', true, {
    judgement: code(['handOver', 'keep']),
    reasonText: text('screening-reason', 4_000),
  }),
  'mark-urgent': described('mark-urgent', true, { urgent: yesNo() }),
  'set-person-in-charge': described('set-person-in-charge', true, { membershipId: orNull(ref()) }),
  'release-agency': described('release-agency', true, {
    agency: agency(),
    reasonText: text('release-reason', 4_000),
  }),
  'reopen-case': described('reopen-case', true, { reasonText: text('reopening-reason', 4_000) }),
  'send-handoff': described('send-handoff', true, {
    handoffId: made(),
    to: agency(),
    purpose: code(['takeOver', 'join']),
    main: yesNo(),
    messageText: text('handoff-message', 10_000),
  }),
  'accept-handoff': described('accept-handoff', true, {
    handoffId: ref(),
    answerText: orNull(text('handoff-answer', 4_000)),
  }),
  'decline-handoff': described('decline-handoff', true, {
    handoffId: ref(),
    reason: code(declineReasons),
    suggestion: code(declineSuggestions),
    answerText: orNull(text('handoff-answer', 4_000)),
  }),
  'advise-on-handoff': described('advise-on-handoff', true, { handoffId: ref(), adviceText: text('advice', 10_000) }),
  'withdraw-handoff': described('withdraw-handoff', true, {
    handoffId: ref(),
    reasonText: text('handoff-withdrawal', 4_000),
  }),
  'record-consent': described('record-consent', true, {
    personId: ref(),
    status: code(['given', 'refused']),
    on: date(),
    method: code(consentMethods),
    agencies: agencies(),
    purposes: codes(consentPurposes),
    itemClasses: codes(consentItemClasses),
    representative: orNull(part({ ground: code(representativeGrounds), nameText: text('representative-name', 200) })),
    reviewOn: orNull(date()),
  }),
  'withdraw-consent': described('withdraw-consent', true, {
    personId: ref(),
    withdrawalId: made(),
    on: date(),
    agencies: allOrAgencies(),
    reasonText: orNull(text('withdrawal-reason', 4_000)),
  }),
  'confirm-withdrawal': described('confirm-withdrawal', false, { withdrawalId: ref(), agency: agency() }),
  'allow-support-meeting': described('allow-support-meeting', true, {
    personId: ref(),
    reasonText: text('support-meeting-reason', 4_000),
  }),
  'confirm-candidate': described('confirm-candidate', true, {}),
  'dismiss-candidate': described('dismiss-candidate', true, { reasonText: text('candidate-dismissal', 4_000) }),
  'record-pre-contact': described('record-pre-contact', true, { on: date(), text: text('pre-contact', 10_000) }),
  'record-contact': described('record-contact', false, {
    contactId: made(),
    on: date(),
    method: code(contactMethods),
    result: code(contactResults),
    nextContactOn: date(),
    text: text('contact', 10_000),
  }),
  'review-track': described('review-track', true, { nextReviewOn: orNull(date()), text: text('track-review', 10_000) }),
  'finish-task': described('finish-task', true, {
    taskId: ref(),
    outcome: code(['done', 'impossible']),
    text: orNull(text('task-result', 4_000)),
  }),
  'submit-sheet': described('submit-sheet', true, { agency: agency(), text: text('sheet', 20_000) }),
  'finish-assessment': described('finish-assessment', true, {}),
  'draft-plan': described('draft-plan', true, {
    planId: made(),
    startsOn: date(),
    endsOn: date(),
    directionText: text('plan-direction', 10_000),
    goals: list({ id: made(), text: text('plan-goal', 4_000) }, 1, 30),
    roles: list({ agency: agency(), text: text('plan-role', 4_000) }, 1, 50),
  }),
  'explain-plan': described('explain-plan', true, {
    explainedOn: date(),
    appliedOn: date(),
    appliedBy: code(consentMethods),
  }),
  'draft-approval': described('draft-approval', true, { draftedOn: date(), documentNumber: line(60) }),
  'decide-support': described('decide-support', true, { decidedOn: date() }),
  'acknowledge-role': described('acknowledge-role', false, { agency: agency() }),
  'record-monitoring': described('record-monitoring', false, {
    entryId: made(),
    on: date(),
    method: code(contactMethods),
    text: text('monitoring', 10_000),
  }),
  'evaluate-now': described('evaluate-now', true, {}),
  'record-evaluation': described('record-evaluation', true, {
    recordedOn: date(),
    goalOutcomes: codePerId(goalOutcomes),
    changes: codes(changeCodes),
    personsViewText: text('persons-view', 10_000),
    staffOpinionText: text('staff-opinion', 10_000),
    remainingText: orNull(text('remaining-issues', 10_000)),
  }),
  'resume-support': described('resume-support', true, {}),
  'record-follow-up': described('record-follow-up', true, {
    day: number(1, 3_650),
    on: date(),
    leadAgencyOk: yesNo(),
    text: text('follow-up', 10_000),
  }),
} as const;
