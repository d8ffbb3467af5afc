import { addMonths } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import { currentPlan, type CaseState, type DispositionResult, type ItemPurpose } from '#libs/domain';
import { v7 } from 'uuid';
import type { Saying, StoryTown } from './story-town.ts';

const lead = 'houkatsu';
export const office = 'hokenfukushi';
const consented = ['houkatsu', 'kikan', 'shakyo', 'hoken'] as const;
const invited = ['houkatsu', 'shakyo', 'hoken'] as const;

/** A case that waits for its meeting. */
export interface Called {
  readonly sitting: RecordRef;
  readonly itemId: string;
  readonly heldOn: string;
}

/** An 8050 household whose case the people of a {@link StoryTown} carry on. */
export class ToldCase {
  readonly town: StoryTown;
  readonly ref: RecordRef;
  readonly mother = v7();
  readonly son = v7();
  readonly sittings: RecordRef[] = [];

  constructor(town: StoryTown) {
    this.town = town;
    this.ref = town.newRef('support-case');
  }

  say = async (agency: string, saying: Saying): Promise<void> => this.town.say(this.ref, agency, saying);
  state = async (): Promise<CaseState> => this.town.stateOf(this.ref);

  /** 相談受付 to 受理. */
  async open(): Promise<void> {
    await this.say(lead, (write) => ({
      type: 'open-case',
      caseNumber: '',
      receivedOn: this.town.today,
      point: 'houkatsu',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['withdrawal', 'care'],
      worstConcern: 'withdrawal',
      triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
      persons: [
        { id: this.mother, role: 'person', relation: 'self', birthYear: 1944, nameText: write('person-name') },
        { id: this.son, role: 'householdMember', relation: 'child', birthYear: 1972, nameText: write('person-name') },
      ],
      storyText: write('story'),
      reporterText: write('reporter'),
      contactRulesText: write('contact-rules'),
    }));
    await this.say(lead, (write) => ({ type: 'screen-case', judgement: 'handOver', reasonText: write('reason') }));
    const handoffId = await this.sendHandoff(office, true);
    await this.say(office, (write) => ({ type: 'accept-handoff', handoffId, answerText: write('answer') }));
  }

  async sendHandoff(to: string, main = false): Promise<string> {
    const handoffId = v7();
    await this.say(lead, (write) => ({
      type: 'send-handoff',
      handoffId,
      to,
      purpose: 'join',
      main,
      messageText: write('handoff-message'),
      personIds: [this.mother],
      legalBasis: 'personalInformationAct27-1',
      reasonText: write('handoff-reason'),
    }));
    return handoffId;
  }

  async consent(): Promise<void> {
    await this.say(lead, () => ({
      type: 'record-consent',
      personId: this.mother,
      status: 'given',
      on: this.town.today,
      method: 'signature',
      agencies: consented,
      purposes: ['supportCoordination', 'planMaking', 'monitoring'],
      itemClasses: ['attributes', 'health', 'schooling', 'incomeDebt', 'schemeUse', 'lifeHistory'],
      representative: null,
      reviewOn: null,
    }));
  }

  /** アセスメント and プラン案, up to where the 重層的支援会議 has to look at it. */
  async plan(): Promise<void> {
    const { assessments, sheets } = await this.state();
    for (const { agency } of sheets.filter(({ round }) => round === assessments))
      await this.say(agency, (write) => ({ type: 'submit-sheet', agency, text: write('sheet') }));
    await this.say(office, (write) => ({
      type: 'draft-plan',
      planId: v7(),
      startsOn: this.town.today,
      endsOn: addMonths(this.town.today, 12),
      directionText: write('plan-direction'),
      goals: [1, 2, 3].map(() => ({ id: v7(), text: write('plan-goal') })),
      roles: ['houkatsu', 'shakyo', 'hoken'].map((agency) => ({ agency, text: write('plan-role') })),
    }));
    const { today } = this.town;
    await this.say(office, () => ({
      type: 'explain-plan',
      explainedOn: today,
      appliedOn: today,
      appliedBy: 'signature',
    }));
  }

  /** 起案 to 支援中, every role acknowledged. */
  async decide(): Promise<void> {
    const { today } = this.town;
    await this.say(office, () => ({ type: 'draft-approval', draftedOn: today, documentNumber: `保福第${today}号` }));
    await this.say(office, () => ({ type: 'decide-support', decidedOn: today }));
    for (const { agency } of currentPlan(await this.state())?.roles ?? [])
      await this.say(agency, () => ({ type: 'acknowledge-role', agency }));
  }

  /** 評価 as it stands, before a meeting talks it over. */
  async evaluate(): Promise<void> {
    const goals = currentPlan(await this.state())?.goals ?? [];
    await this.say(office, (write) => ({
      type: 'record-evaluation',
      recordedOn: this.town.today,
      goalOutcomes: Object.fromEntries(goals.map(({ id }) => [id, 'partly'])),
      changes: ['isolationEased'],
      personsViewText: write('persons-view'),
      staffOpinionText: write('staff-opinion'),
      remainingText: write('remaining-issues'),
    }));
  }

  /** Opens a sitting with the case on it, calls it and has the answers. */
  async call(body: string, purpose: ItemPurpose): Promise<Called> {
    const sitting = this.town.newRef('sitting');
    const called = { sitting, itemId: v7(), heldOn: this.town.ahead(8) };
    await this.town.say(sitting, office, (write) => ({
      type: 'open-sitting',
      body,
      heldOn: called.heldOn,
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: write('place'),
      item: {
        itemId: called.itemId,
        caseId: this.ref.id,
        purpose,
        personIds: body === 'planMeeting' ? [this.mother] : [this.mother, this.son],
        agencies: [...invited, office],
      },
    }));
    this.sittings.push(sitting);
    const invitees = invited.map((agency) => ({ invitationId: v7(), agency }));
    await this.town.say(sitting, office, () => ({ type: 'call-sitting', invitees, urgentReasonText: null }));
    for (const { invitationId, agency } of invitees)
      await this.town.sayAs(sitting, { kind: 'invitee', agency, invitationId }, () => ({
        type: 'answer-invitation',
        invitationId,
        reply: 'attend',
        proxyText: null,
      }));
    return called;
  }

  /** The day has come: the sitting is held and says what becomes of the case; whoever got a task from it does it. */
  async hold({ sitting, itemId }: Called, result: DispositionResult): Promise<void> {
    await this.town.say(sitting, office, () => ({
      type: 'hold-sitting',
      present: [...invited, office],
      acknowledgement: 'readAloud',
      chair: 'manager',
    }));
    const dueOn = this.town.ahead(10);
    await this.town.say(sitting, office, (write) => ({
      type: 'give-disposition',
      itemId,
      result,
      taskId: v7(),
      ownerAgency: 'shakyo',
      dueOn,
      nextStepText: write('next-step'),
      endReason: null,
      leadAgencyAfter: null,
    }));
    for (const { id, agency } of (await this.state()).tasks.filter(({ state }) => state === 'open'))
      await this.say(agency, (write) => ({
        type: 'finish-task',
        taskId: id,
        outcome: 'done',
        text: write('task-result'),
      }));
  }

  /** A meeting from its call to what it decided. */
  async meet(body: string, purpose: ItemPurpose, result: DispositionResult): Promise<void> {
    const called = await this.call(body, purpose);
    await this.town.passTo(called.heldOn);
    await this.hold(called, result);
  }
}
