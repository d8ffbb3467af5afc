import { v7 as uuidv7 } from 'uuid';
import { msOfDate } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import type { AnyCaseCommand, AnySittingCommand, CaseState, DispositionResult, ItemPurpose } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import type { GivenText } from '../executor/order.ts';
import { caseOf } from '../reads/record-reads.ts';
import type { Desk } from './desk.ts';
import type { Household } from './household.ts';

const workflow = { kind: 'workflow' } as const;
const clock = { kind: 'clock' } as const;

/** Tells the story of one household on a desk, by the days of 2026 and 2027. */
export class Story {
  readonly desk: Desk;
  readonly household: Household;
  readonly sittings: RecordRef[] = [];

  constructor(desk: Desk, household: Household) {
    this.desk = desk;
    this.household = household;
  }

  get ref(): RecordRef {
    return this.household.ref;
  }

  /** Goes on to 16:00 of that day; the clock takes what falls due on the way. */
  async day(on: string): Promise<void> {
    this.desk.clock.setTo(msOfDate(on, '16:00'));
    for (const ref of [this.ref, ...this.sittings]) await this.desk.done(ref, clock, { type: 'enforce' });
  }

  async say(
    ref: RecordRef,
    command: AnyCaseCommand | AnySittingCommand,
    texts: readonly GivenText[] = [],
  ): Promise<void> {
    await this.desk.done(ref, this.household.coordinator, command, { texts });
  }

  async ensure(ref: RecordRef, ...types: readonly (AnyCaseCommand | AnySittingCommand)['type'][]): Promise<void> {
    for (const type of types) await this.desk.done(ref, workflow, { type } as AnyCaseCommand);
  }

  async as(agency: string, command: AnyCaseCommand, texts: readonly GivenText[] = []): Promise<void> {
    await this.desk.done(this.ref, await this.desk.person(agency, 'head'), command, { texts });
  }

  async state(): Promise<CaseState> {
    const record = await inMunicipality(this.desk.app, { municipality: this.desk.municipality }, async (tx) =>
      caseOf(tx, this.ref.id),
    );
    if (!record) throw new Error('the case of the story is not there');
    return record.state;
  }

  /** A sitting from its opening to its end, with one item and its 協議結果. */
  async sitting(
    body: string,
    heldOn: string,
    purpose: ItemPurpose,
    personIds: readonly string[],
    result: DispositionResult,
    end?: { readonly lead: string },
  ): Promise<void> {
    const { desk } = this;
    const [place, next] = [desk.text('役場 第1会議室', 'place'), desk.text('次にすること', 'next-step')];
    const ref = desk.newRef('sitting');
    const item = {
      itemId: uuidv7(),
      caseId: this.ref.id,
      purpose,
      personIds,
      agencies: ['houkatsu', 'hokenfukushi', 'hoken'],
    };
    await this.say(
      ref,
      { type: 'open-sitting', body, ordinal: 0, heldOn, startsAt: '13:30', endsAt: '15:00', placeText: place.id, item },
      [place],
    );
    this.sittings.push(ref);
    const invitees = ['houkatsu', 'hoken', 'shakyo'].map((agency) => ({ invitationId: uuidv7(), agency }));
    await this.say(ref, { type: 'call-sitting', invitees, urgentReasonText: null });
    await this.ensure(ref, 'send-invitations');
    for (const { invitationId, agency } of invitees.slice(0, 2)) {
      await desk.done(
        ref,
        { kind: 'invitee', agency, invitationId },
        { type: 'answer-invitation', invitationId, reply: 'attend', proxyText: null },
      );
    }
    await this.day(heldOn);
    await this.say(ref, {
      type: 'hold-sitting',
      present: ['houkatsu', 'hokenfukushi', 'hoken'],
      acknowledgement: 'readAloud',
      chair: 'manager',
    });
    await this.say(
      ref,
      {
        type: 'give-disposition',
        itemId: item.itemId,
        result,
        taskId: uuidv7(),
        ownerAgency: 'hoken',
        dueOn: desk.contextOn(heldOn).calendar.addOpenDays(heldOn, 10),
        nextStepText: next.id,
        endReason: end ? 'rolesAgreed' : null,
        leadAgencyAfter: end?.lead ?? null,
        standings: end
          ? (await this.state()).persons.map(({ id }) => ({ personId: id, standing: 'supported', standingText: null }))
          : null,
      },
      [next],
    );
    await this.ensure(ref, 'close-sitting');
  }
}
