import { v7 as uuidv7 } from 'uuid';
import type { RecordRef } from '#libs/contracts';
import type { Actor, ItemPurpose, NewItem } from '#libs/domain';
import type { Done } from '../executor/order.ts';
import type { Desk } from './desk.ts';

/** An invented 8050 household at an intake point: a mother and her son, without consent. */
export interface Household {
  readonly ref: RecordRef;
  readonly motherId: string;
  readonly sonId: string;
  /** Staff of the agency that took it in, its first 主担当機関. */
  readonly worker: Actor & { readonly kind: 'person' };
  /** Coordinator and manager of the town's section. */
  readonly coordinator: Actor & { readonly kind: 'person' };
}

export const storyOfHousehold = '架空の相談: 80代の母と50代の息子。息子は長く家から出ていない。';

/** Opens the case of an invented household. `today` has to be the clock's date in Japan. */
export async function openHousehold(desk: Desk, today = '2026-06-10', commandId?: string): Promise<Household> {
  const worker = await desk.person('houkatsu', 'head');
  const coordinator = await desk.person('hokenfukushi', 'coordinator', 'manager');
  const household = { ref: desk.newRef('support-case'), motherId: uuidv7(), sonId: uuidv7(), worker, coordinator };
  await openAgain(desk, household, today, commandId);
  return household;
}

/** The command that opens the case, with fresh ids of texts each time, as a server makes them for every request. */
export async function openAgain(
  desk: Desk,
  { ref, motherId, sonId, worker }: Household,
  today = '2026-06-10',
  commandId?: string,
): Promise<Done> {
  const [mother, son, story] = [
    desk.text('架空 花子', 'person-name'),
    desk.text('架空 太郎', 'person-name'),
    desk.text(storyOfHousehold, 'story'),
  ];
  return desk.done(
    ref,
    worker,
    {
      type: 'open-case',
      caseNumber: '',
      receivedOn: today,
      point: 'houkatsu',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['withdrawal', 'care'],
      worstConcern: 'withdrawal',
      triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'notEnough' }],
      persons: [
        { id: motherId, role: 'person', relation: 'self', birthYear: 1943, nameText: mother.id },
        { id: sonId, role: 'householdMember', relation: 'child', birthYear: 1972, nameText: son.id },
      ],
      storyText: story.id,
      reporterText: null,
      contactRulesText: null,
    },
    { texts: [mother, son, story], ...(commandId === undefined ? {} : { commandId }) },
  );
}

/** Screens the case and hands it over to the town's section, which accepts it. */
export async function acceptedHousehold(desk: Desk, today?: string): Promise<Household> {
  const household = await openHousehold(desk, today);
  const handoffId = await sentHandoff(desk, household);
  const answer = desk.text('受けます。');
  await desk.done(
    household.ref,
    household.coordinator,
    { type: 'accept-handoff', handoffId, answerText: answer.id },
    { texts: [answer] },
  );
  return household;
}

export async function sentHandoff(desk: Desk, { ref, worker, motherId, sonId }: Household): Promise<string> {
  const reason = desk.text('ほかの機関の力が要る。');
  await desk.done(
    ref,
    worker,
    { type: 'screen-case', judgement: 'handOver', reasonText: reason.id },
    { texts: [reason] },
  );
  const message = desk.text('お願いします。');
  const handoffId = uuidv7();
  await desk.done(
    ref,
    worker,
    {
      type: 'send-handoff',
      handoffId,
      to: 'hokenfukushi',
      purpose: 'takeOver',
      main: true,
      messageText: message.id,
      personIds: [motherId, sonId],
      legalBasis: null,
      reasonText: null,
    },
    { texts: [message] },
  );
  return handoffId;
}

export const itemFor = (
  { ref }: Household,
  personIds: readonly string[],
  purpose: ItemPurpose = 'direction',
): NewItem => ({
  itemId: uuidv7(),
  caseId: ref.id,
  purpose,
  personIds,
  agencies: ['houkatsu', 'hokenfukushi', 'kikan'],
});

/** A 支援会議 on 2026-07-15 with that item on it. */
export async function openSitting(
  desk: Desk,
  household: Household,
  item = itemFor(household, [household.motherId, household.sonId]),
): Promise<{ readonly ref: RecordRef; readonly item: NewItem }> {
  const place = desk.text('役場 第1会議室', 'place');
  const ref = desk.newRef('sitting');
  await desk.done(
    ref,
    household.coordinator,
    {
      type: 'open-sitting',
      body: 'supportMeeting',
      heldOn: '2026-07-15',
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: place.id,
      item,
    },
    { texts: [place] },
  );
  return { ref, item };
}
