import { addMonths } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import { coordinator, JourneyDesk, manager, staffOf } from './journey-desk.ts';
import { callAndAnswer, dispose, planMeeting } from './journey-meetings.ts';
import type { JourneyStage } from './journey-stage.ts';

export interface Journey {
  readonly kase: RecordRef;
  readonly sittings: readonly RecordRef[];
  /** Code of the refusal when the son, who did not consent, was to be put on a 重層的支援会議. */
  readonly sonRefused: string | undefined;
}

interface Household {
  readonly mother: string;
  readonly son: string;
}

/** One case from 相談受付 to 閉, as the people of the town live through it; what follows by itself is left to the procedures. */
export async function playJourney(stage: JourneyStage): Promise<Journey> {
  const desk = new JourneyDesk(stage);
  const household = await intakeAndHandoff(desk);
  const supportMeeting = await onSupportMeeting(desk, household);
  const sonRefused = await consentOfTheMother(desk, household);
  const adequacy = await planAndDecision(desk, household);
  await support(desk);
  const closing = await evaluationAndEnd(desk, household);
  await followUps(desk);
  return { kase: desk.kase, sittings: [supportMeeting, adequacy, closing], sonRefused };
}

/** Nobody answers: asked again twice, the superior told; then it is accepted. */
async function intakeAndHandoff(desk: JourneyDesk): Promise<Household> {
  const household = { mother: desk.newId(), son: desk.newId() };
  const handoffId = desk.newId();
  await desk.goTo(0);
  await desk.say(
    desk.kase,
    {
      type: 'open-case',
      receivedOn: desk.today,
      point: 'houkatsu',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['withdrawal', 'care'],
      worstConcern: 'withdrawal',
      triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
      persons: [
        { id: household.mother, role: 'person', relation: 'self', birthYear: 1944, nameText: desk.newId() },
        { id: household.son, role: 'householdMember', relation: 'child', birthYear: 1972, nameText: desk.newId() },
      ],
      storyText: desk.newId(),
      reporterText: null,
      contactRulesText: null,
    },
    staffOf('houkatsu'),
  );
  await desk.goTo(1);
  await desk.say(
    desk.kase,
    { type: 'screen-case', judgement: 'handOver', reasonText: desk.newId() },
    staffOf('houkatsu'),
  );
  await desk.say(
    desk.kase,
    {
      type: 'send-handoff',
      handoffId,
      to: 'kikan',
      purpose: 'join',
      main: true,
      messageText: desk.newId(),
      personIds: [household.mother, household.son],
      legalBasis: 'personalInformationAct27-1',
      reasonText: desk.newId(),
    },
    staffOf('houkatsu'),
  );
  await desk.goTo(8);
  await desk.say(desk.kase, { type: 'accept-handoff', handoffId, answerText: null }, staffOf('kikan'));
  return household;
}

/** A 支援会議 with five agencies: two answer at once, two after the reminder, the prefecture by telephone. Outreach is decided. */
async function onSupportMeeting(desk: JourneyDesk, { mother, son }: Household): Promise<RecordRef> {
  const sitting = desk.newSitting();
  const itemId = desk.newId();
  const heldOn = desk.dateOf(desk.todayNumber + 6);
  await desk.say(
    sitting,
    {
      type: 'open-sitting',
      body: 'supportMeeting',
      heldOn,
      startsAt: '13:30',
      endsAt: '14:30',
      placeText: desk.newId(),
      item: {
        itemId,
        caseId: desk.kase.id,
        purpose: 'direction',
        personIds: [mother, son],
        agencies: ['houkatsu', 'kikan', 'shakyo', 'hoken', 'ken'],
      },
    },
    coordinator,
  );
  await callAndAnswer(desk, sitting, ['houkatsu', 'kikan', 'shakyo', 'hoken', 'ken'], heldOn);
  await dispose(desk, sitting, itemId, { result: 'outreach', ownerAgency: 'shakyo' });
  await desk.goTo(desk.todayNumber + 1);
  await desk.say(desk.kase, { type: 'record-pre-contact', on: desk.today, text: desk.newId() }, staffOf('shakyo'));
  await desk.goTo(desk.todayNumber + 1);
  await desk.say(
    desk.kase,
    {
      type: 'record-contact',
      contactId: desk.newId(),
      on: desk.today,
      method: 'visit',
      result: 'notMet',
      nextContactOn: desk.dateOf(desk.todayNumber + 10),
      text: desk.newId(),
    },
    staffOf('shakyo'),
  );
  return sitting;
}

/** She joins the main stages in one action; he stays, and a 重層的支援会議 does not take him. */
async function consentOfTheMother(desk: JourneyDesk, { mother, son }: Household): Promise<string | undefined> {
  await desk.goTo(desk.todayNumber + 1);
  await desk.say(
    desk.kase,
    {
      type: 'record-consent',
      personId: mother,
      status: 'given',
      on: desk.today,
      method: 'signature',
      agencies: ['houkatsu', 'kikan', 'shakyo', 'hoken'],
      purposes: ['supportCoordination', 'planMaking', 'monitoring'],
      itemClasses: ['attributes', 'health', 'schooling', 'incomeDebt', 'schemeUse', 'lifeHistory'],
      representative: null,
      reviewOn: null,
    },
    staffOf('houkatsu'),
  );
  const item = {
    itemId: desk.newId(),
    caseId: desk.kase.id,
    purpose: 'informationSharing',
    personIds: [mother, son],
    agencies: ['houkatsu'],
  };
  const refused = await desk.tryOut(
    desk.newSitting(),
    {
      type: 'open-sitting',
      body: 'planMeeting',
      heldOn: desk.dateOf(desk.todayNumber + 20),
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: desk.newId(),
      item,
    },
    coordinator,
  );
  return refused.kind === 'refused' ? refused.refusal.code : undefined;
}

/** Sheets, draft, explanation and application, 適切性の協議, 起案, decision. */
async function planAndDecision(desk: JourneyDesk, { mother }: Household): Promise<RecordRef> {
  await desk.goTo(desk.todayNumber + 2);
  for (const { agency, state } of desk.caseState.sheets) {
    if (state === 'asked')
      await desk.say(
        desk.kase,
        { type: 'submit-sheet', agency, text: desk.newId(), ...(agency === 'ken' ? { heard: 'phone' } : {}) },
        agency === 'ken' ? coordinator : staffOf(agency),
      );
  }
  await desk.goTo(desk.todayNumber + 2);
  await desk.say(
    desk.kase,
    {
      type: 'draft-plan',
      planId: desk.newId(),
      startsOn: desk.today,
      endsOn: addMonths(desk.today, 6),
      directionText: desk.newId(),
      goals: [
        { id: desk.newId(), text: desk.newId() },
        { id: desk.newId(), text: desk.newId() },
      ],
      roles: ['houkatsu', 'kikan', 'shakyo'].map((agency) => ({ agency, text: desk.newId() })),
    },
    coordinator,
  );
  await desk.goTo(desk.todayNumber + 1);
  await desk.say(
    desk.kase,
    { type: 'explain-plan', explainedOn: desk.today, appliedOn: desk.today, appliedBy: 'signature' },
    coordinator,
  );
  const sitting = await planMeeting(desk, 'adequacyReview', [mother], {
    result: 'adequate',
    ownerAgency: 'hokenfukushi',
  });
  await desk.goTo(desk.todayNumber + 1);
  await desk.say(
    desk.kase,
    { type: 'draft-approval', draftedOn: desk.today, documentNumber: '保福第1号' },
    coordinator,
  );
  await desk.goTo(desk.todayNumber + 1);
  await desk.say(desk.kase, { type: 'decide-support', decidedOn: desk.today }, manager);
  return sitting;
}

/** Roles acknowledged, 支援会議での検討 of the son ended by review, monthly monitoring until the evaluation begins. */
async function support(desk: JourneyDesk): Promise<void> {
  await desk.goTo(desk.todayNumber + 2);
  for (const { agency } of desk.caseState.plans.at(-1)?.roles ?? [])
    await desk.say(desk.kase, { type: 'acknowledge-role', agency }, staffOf(agency));
  await desk.say(desk.kase, { type: 'review-track', nextReviewOn: null, text: desk.newId() }, coordinator);
  for (let month = 0; month < 2; month += 1) {
    await desk.goToDate(desk.caseState.monitoring.nextOn ?? desk.today);
    await desk.goTo(desk.todayNumber + 1);
    await desk.say(
      desk.kase,
      { type: 'record-monitoring', entryId: desk.newId(), on: desk.today, method: 'visit', text: desk.newId() },
      staffOf('houkatsu'),
    );
  }
}

/** The evaluation comes due by itself; on a 重層的支援会議 it ends with an outcome per goal and a named 主担当機関. */
async function evaluationAndEnd(desk: JourneyDesk, { mother }: Household): Promise<RecordRef> {
  const due = desk.caseState.evaluation.dueOn ?? desk.today;
  await desk.goToDate(desk.stage.calendar.addOpenDays(due, -13));
  const goals = desk.caseState.plans.at(-1)?.goals ?? [];
  await desk.say(
    desk.kase,
    {
      type: 'record-evaluation',
      recordedOn: desk.today,
      goalOutcomes: Object.fromEntries(goals.map(({ id }, index) => [id, index === 0 ? 'achieved' : 'partly'])),
      changes: ['stability'],
      personsViewText: desk.newId(),
      staffOpinionText: desk.newId(),
      remainingText: null,
    },
    staffOf('houkatsu'),
  );
  return planMeeting(desk, 'evaluation', [mother], {
    result: 'ended',
    ownerAgency: 'houkatsu',
    endReason: 'rolesAgreed',
    leadAgencyAfter: 'houkatsu',
    standings: desk.caseState.persons.map(({ id }) => ({
      personId: id,
      standing: 'supported',
      standingText: desk.newId(),
    })),
  });
}

async function followUps(desk: JourneyDesk): Promise<void> {
  for (const { day, dueOn } of desk.caseState.followUps) {
    await desk.goToDate(dueOn);
    await desk.say(
      desk.kase,
      { type: 'record-follow-up', day, on: desk.today, leadAgencyOk: true, text: desk.newId() },
      staffOf('houkatsu'),
    );
  }
}
