import { currentPlan, type CaseState } from '#libs/domain';

type Contents = Readonly<Record<string, unknown>>;

/** What stands in a part of a case now (the parts of `partOf` in libs/domain), in the field names of the commands that change it. */
export function casePart(state: CaseState, part: string): Contents {
  const [name = '', id = ''] = part.split('/');
  switch (name) {
    case 'stage':
      return { stage: state.stage };
    case 'urgency':
      return { urgent: state.urgent };
    case 'person-in-charge':
      return { membershipId: state.personInCharge.membershipId };
    case 'participants':
      return {
        agencies: state.participants.filter(({ releasedOn }) => releasedOn === null).map(({ agency }) => agency),
      };
    case 'handoff':
      return handoffPart(state, id);
    case 'consent':
      return consentPart(state, id);
    case 'track':
      return {
        state: state.track.state,
        nextReviewOn: state.track.nextReviewOn,
        on: state.track.outreach?.preContactOn ?? null,
        text: state.track.outreach?.preContactText ?? null,
      };
    case 'task':
      return { outcome: state.tasks.find((task) => task.id === id)?.state ?? null };
    case 'sheet':
      return { text: state.sheets.findLast(({ agency }) => agency === id)?.text ?? null };
    case 'plan':
      return planPart(state);
    case 'evaluation':
      return { ...state.evaluation.record };
    case 'follow-up':
      return { on: state.followUps.find(({ day }) => String(day) === id)?.doneOn ?? null };
    default:
      return {};
  }
}

function handoffPart(state: CaseState, id: string): Contents {
  const handoff = state.handoffs.find((one) => one.id === id);
  return handoff
    ? { state: handoff.state, reason: handoff.reason, suggestion: handoff.suggestion, answerText: handoff.answerText }
    : {};
}

function consentPart(state: CaseState, personId: string): Contents {
  const person = state.persons.find((one) => one.id === personId);
  if (!person) return {};
  const { takenBy: _takenBy, ...consent } = person.consent;
  return consent;
}

function planPart(state: CaseState): Contents {
  const plan = currentPlan(state);
  if (!plan) return {};
  const { startsOn, endsOn, directionText, explainedOn, appliedOn, appliedBy, approval, decision } = plan;
  return {
    startsOn,
    endsOn,
    directionText,
    goals: plan.goals.map(({ text }) => ({ text })),
    roles: plan.roles.map(({ agency, text }) => ({ agency, text })),
    explainedOn,
    appliedOn,
    appliedBy,
    draftedOn: approval?.draftedOn ?? null,
    documentNumber: approval?.documentNumber ?? null,
    decidedOn: decision?.decidedOn ?? null,
  };
}
