import { v7 as uuidv7 } from 'uuid';
import type { RecordRef } from '#libs/contracts';
import type { Desk } from './desk.ts';
import { acceptedHousehold, type Household } from './household.ts';
import { Story } from './story.ts';

/** What a whole case leaves behind. */
export interface ToldCase {
  readonly household: Household;
  readonly sittings: readonly RecordRef[];
}

/**
 * One case from 相談受付 to 閉: つなぎ, 支援会議 with outreach, the mother's consent, assessment, plan, 重層的支援会議, 支援決定, monitoring,
 * evaluation, 終結, both follow-ups. The people of the town and the workflow's own commands, all through the executor.
 */
export async function closedHousehold(desk: Desk): Promise<ToldCase> {
  const household = await acceptedHousehold(desk);
  const { ref, motherId, sonId } = household;
  const story = new Story(desk, household);
  await story.sitting('supportMeeting', '2026-07-01', 'direction', [motherId, sonId], 'outreach');
  await outreach(story);
  await story.say(ref, {
    type: 'record-consent',
    personId: motherId,
    status: 'given',
    on: '2026-07-13',
    method: 'signature',
    agencies: ['houkatsu', 'hoken', 'hokenfukushi', 'shakyo'],
    purposes: ['supportCoordination', 'planMaking', 'monitoring'],
    itemClasses: ['attributes', 'health', 'schooling', 'incomeDebt', 'schemeUse', 'lifeHistory'],
    representative: null,
    reviewOn: null,
  });
  await plan(story);
  await story.sitting('planMeeting', '2026-08-19', 'adequacyReview', [motherId], 'adequate');
  await story.ensure(ref, 'ask-for-approval');
  await story.say(ref, { type: 'draft-approval', draftedOn: '2026-08-19', documentNumber: '保福第12号' });
  await story.say(ref, { type: 'decide-support', decidedOn: '2026-08-19' });
  await support(story);
  await story.sitting('planMeeting', '2026-12-16', 'closureDecision', [motherId], 'ended', { lead: 'houkatsu' });
  for (const { day, dueOn } of (await story.state()).followUps) {
    await story.day(desk.contextOn(dueOn).calendar.nextOpen(dueOn));
    const said = desk.text('変わりなく過ごしている。');
    await story.as('houkatsu', { type: 'record-follow-up', day, on: dueOn, leadAgencyOk: true, text: said.id }, [said]);
  }
  await story.ensure(ref, 'close-case');
  return { household, sittings: story.sittings };
}

async function outreach(story: Story): Promise<void> {
  const { desk, ref } = story;
  await story.day('2026-07-06');
  const [before, met, seen] = [
    desk.text('電話のあと、ふたりで行く。'),
    desk.text('玄関先で話せた。'),
    desk.text('このまま続ける。'),
  ];
  await story.say(ref, { type: 'record-pre-contact', on: '2026-07-06', text: before.id }, [before]);
  await story.day('2026-07-13');
  await story.as(
    'hoken',
    {
      type: 'record-contact',
      contactId: uuidv7(),
      on: '2026-07-13',
      method: 'visit',
      result: 'met',
      nextContactOn: '2026-07-27',
      text: met.id,
    },
    [met],
  );
  await story.say(ref, { type: 'review-track', nextReviewOn: null, text: seen.id }, [seen]);
}

async function plan(story: Story): Promise<void> {
  const { desk, ref } = story;
  await story.ensure(ref, 'ask-for-sheets');
  for (const { agency } of (await story.state()).sheets) {
    const sheet = desk.text('日中の様子', 'sheet');
    await story.as(agency, { type: 'submit-sheet', agency, text: sheet.id }, [sheet]);
  }
  await story.ensure(ref, 'begin-planning');
  const [direction, goal, role] = [
    desk.text('孤立を防ぐ。', 'direction'),
    desk.text('週に一度は人と会う。', 'goal'),
    desk.text('見守り訪問', 'role'),
  ];
  await story.say(
    ref,
    {
      type: 'draft-plan',
      planId: uuidv7(),
      startsOn: '2026-09-01',
      endsOn: '2027-02-26',
      directionText: direction.id,
      goals: [{ id: uuidv7(), text: goal.id }],
      roles: [{ agency: 'hoken', text: role.id }],
    },
    [direction, goal, role],
  );
  await story.day('2026-07-22');
  await story.say(ref, {
    type: 'explain-plan',
    explainedOn: '2026-07-22',
    appliedOn: '2026-07-22',
    appliedBy: 'signature',
  });
  await story.ensure(ref, 'ask-for-review');
}

async function support(story: Story): Promise<void> {
  const { desk, ref } = story;
  await story.ensure(ref, 'tell-roles');
  await story.as('hoken', { type: 'acknowledge-role', agency: 'hoken' });
  await story.day('2026-09-24');
  const entry = desk.text('畑に出ている。', 'monitoring');
  await story.say(
    ref,
    { type: 'record-monitoring', entryId: uuidv7(), on: '2026-09-24', method: 'visit', text: entry.id },
    [entry],
  );
  await story.day('2026-11-20');
  if ((await story.state()).stage === 'support') await story.say(ref, { type: 'evaluate-now' });
  const goals = (await story.state()).plans.at(-1)?.goals ?? [];
  const [view, opinion] = [desk.text('来てくれて助かる。'), desk.text('目標は達せられた。')];
  await story.say(
    ref,
    {
      type: 'record-evaluation',
      recordedOn: '2026-11-20',
      goalOutcomes: Object.fromEntries(goals.map(({ id }) => [id, 'achieved'])),
      changes: ['isolationEased'],
      personsViewText: view.id,
      staffOpinionText: opinion.id,
      remainingText: null,
    },
    [view, opinion],
  );
}

/** The mother consents, is put on a 重層的支援会議, and withdraws before it is held (R7): her item is frozen, the recipients are told. */
export async function withdrawnHousehold(desk: Desk): Promise<ToldCase> {
  const household = await acceptedHousehold(desk);
  const { ref, motherId } = household;
  const story = new Story(desk, household);
  await story.say(ref, {
    type: 'record-consent',
    personId: motherId,
    status: 'given',
    on: '2026-06-10',
    method: 'oral',
    agencies: ['houkatsu', 'hoken', 'hokenfukushi'],
    purposes: ['supportCoordination'],
    itemClasses: ['attributes'],
    representative: null,
    reviewOn: null,
  });
  const place = desk.text('役場 第2会議室', 'place');
  const sitting = desk.newRef('sitting');
  const item = {
    itemId: uuidv7(),
    caseId: ref.id,
    purpose: 'informationSharing' as const,
    personIds: [motherId],
    agencies: ['houkatsu', 'hoken'],
  };
  await story.say(
    sitting,
    {
      type: 'open-sitting',
      body: 'planMeeting',
      heldOn: '2026-07-15',
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: place.id,
      item,
    },
    [place],
  );
  const withdrawalId = uuidv7();
  await story.say(ref, {
    type: 'withdraw-consent',
    personId: motherId,
    withdrawalId,
    on: '2026-06-10',
    agencies: 'all',
    method: 'oral',
    representative: null,
    reasonText: null,
  });
  await story.ensure(ref, 'tell-recipients-of-withdrawal');
  await story.as('houkatsu', { type: 'confirm-withdrawal', withdrawalId, agency: 'houkatsu' });
  return { household, sittings: [sitting] };
}
