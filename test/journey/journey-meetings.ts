import type { RecordRef } from '#libs/contracts';
import { coordinator, manager, type JourneyDesk } from './journey-desk.ts';

interface Result {
  readonly result: string;
  readonly ownerAgency: string;
  readonly endReason?: string;
  readonly leadAgencyAfter?: string;
  readonly standings?: readonly object[];
}

/** A 重層的支援会議 for this purpose, from the call to its disposition. */
export async function planMeeting(
  desk: JourneyDesk,
  purpose: string,
  personIds: readonly string[],
  result: Result,
): Promise<RecordRef> {
  const sitting = desk.newSitting();
  const itemId = desk.newId();
  const agencies = ['houkatsu', 'kikan', 'shakyo'];
  const heldOn = desk.dateOf(desk.todayNumber + 11);
  await desk.say(
    sitting,
    {
      type: 'open-sitting',
      body: 'planMeeting',
      heldOn,
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: desk.newId(),
      item: { itemId, caseId: desk.kase.id, purpose, personIds, agencies },
    },
    coordinator,
  );
  await callAndAnswer(desk, sitting, agencies, heldOn);
  await dispose(desk, sitting, itemId, result);
  return sitting;
}

/** Half answer the next day, the others when they have been asked again; who has no mail is telephoned. Then it is held. */
export async function callAndAnswer(
  desk: JourneyDesk,
  sitting: RecordRef,
  agencies: readonly string[],
  heldOn: string,
): Promise<void> {
  const invitees = agencies.map((agency) => ({ invitationId: desk.newId(), agency }));
  // Eleven open days are enough for either body, six for a 支援会議; nobody needs the urgent exception.
  await desk.say(sitting, { type: 'call-sitting', invitees, urgentReasonText: null }, manager);
  await desk.goTo(desk.todayNumber + 1);
  const answer = async ({ invitationId, agency }: (typeof invitees)[number]): Promise<void> => {
    const invited = { kind: 'invitee', agency, invitationId } as const;
    const byPhone = agency === 'ken';
    await desk.say(
      sitting,
      {
        type: 'answer-invitation',
        invitationId,
        reply: 'attend',
        proxyText: null,
        via: byPhone ? 'office' : 'link',
        ...(byPhone ? { heard: 'phone' } : {}),
      },
      byPhone ? coordinator : invited,
    );
  };
  for (const invitee of invitees.slice(0, 2)) await answer(invitee);
  await desk.goTo(desk.todayNumber + 3);
  for (const invitee of invitees.slice(2)) await answer(invitee);
  await desk.goToDate(heldOn);
  await desk.say(
    sitting,
    { type: 'hold-sitting', present: [...agencies, 'hokenfukushi'], acknowledgement: 'readAloud', chair: 'manager' },
    coordinator,
  );
}

/** Result, next step, who, by when for one item. */
export async function dispose(
  desk: JourneyDesk,
  sitting: RecordRef,
  itemId: string,
  {
    endReason = null,
    leadAgencyAfter = null,
    ...result
  }: {
    endReason?: string | null;
    leadAgencyAfter?: string | null;
    standings?: readonly object[];
    result: string;
    ownerAgency: string;
  },
): Promise<void> {
  await desk.say(
    sitting,
    {
      type: 'give-disposition',
      itemId,
      ...result,
      taskId: desk.newId(),
      dueOn: desk.dateOf(desk.todayNumber + 5),
      nextStepText: desk.newId(),
      endReason,
      leadAgencyAfter,
    },
    coordinator,
  );
}
