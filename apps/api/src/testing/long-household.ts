import type { JourneyDesk } from './journey-desk.ts';
import { accept, openToldHousehold, type Household } from './told-household.ts';

export interface LongHousehold extends Household {
  /** The 支援会議 on which 保健センター sat, and the first of those on which 社協 did. */
  readonly sittings: readonly string[];
}

/**
 * A household so long under 支援会議 that of its seven 案件 four have left the state, and of its six 決定事項 one: 保健センター sat on the first, about the mother, 社協 on
 * the others, the third of them about the son as well. 基幹相談 takes part by its つなぎ, on no ground yet.
 */
export async function openLongHousehold(desk: JourneyDesk): Promise<LongHousehold> {
  const household = await openToldHousehold(desk);
  await accept(desk, household);
  const { caseId, mother, son } = household;
  const meet = async (agencies: readonly string[], personIds: readonly string[], come: object): Promise<string> => {
    const item = { caseId, purpose: 'informationSharing', personIds };
    const id = await desk.callMeeting('supportMeeting', 10, item, agencies);
    await desk.holdMeeting(id, agencies, come);
    return id;
  };
  const first = await meet(['houkatsu', 'hoken'], [mother], { result: 'shared', nextStepText: '保健師が電話する。' });
  const second = await meet(['houkatsu', 'shakyo'], [mother], { result: 'outreach', nextStepText: '訪問で会う。' });
  await desk.give(caseId, 'aoi', 'record-pre-contact', 'track', { on: desk.today, text: '通院の日に同席する。' });
  for (const login of ['aoi', 'yukari', 'aoi', 'yukari', 'aoi', 'yukari']) {
    const nextContactOn = desk.calendar.addOpenDays(desk.today, 5);
    const visit = { on: desk.today, method: 'visit', result: 'met', nextContactOn, text: '玄関で話せた。' };
    await desk.give(caseId, login, 'record-contact', null, visit);
  }
  for (const personIds of [[mother], [mother, son], [mother], [mother], [mother]])
    await meet(['houkatsu', 'shakyo'], personIds, { result: 'shared', nextStepText: '家族会に誘う。' });
  for (const { id, state } of (await desk.readCase(caseId, 'aoi')).tasks)
    if (state === 'open')
      await desk.give(caseId, 'aoi', 'finish-task', `task/${id}`, { taskId: id, outcome: 'done', text: '済んだ。' });
  return { ...household, sittings: [first, second] };
}
