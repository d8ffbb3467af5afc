import { addMonths, dateOfMs } from '#libs/calendar';
import type { CaseView, SittingView } from '#libs/views';
import { randomUUID } from 'node:crypto';
import type { ReplyView } from '#libs/views';
import { testCalendar, TestBrowser, type Answered, type ApiBed } from './api-bed.ts';
import { InProcessProcedures } from './in-process-procedures.ts';

export const invitedAgencies = ['houkatsu', 'kikan', 'shakyo', 'hoken', 'kodomo'];
/** Who speaks for an agency. */
const speaker: Readonly<Record<string, string>> = {
  houkatsu: 'aoi',
  kikan: 'shigeru',
  shakyo: 'makoto',
  hoken: 'hiroshi',
  kodomo: 'sakura',
};

/** The demo's people at their browsers, the procedures beside them, and a clock that moves when told. */
export class JourneyDesk {
  readonly bed: ApiBed;
  readonly calendar: ReturnType<typeof testCalendar>;
  readonly #procedures: InProcessProcedures;
  readonly #browsers: ReadonlyMap<string, TestBrowser>;

  private constructor(bed: ApiBed, browsers: ReadonlyMap<string, TestBrowser>) {
    this.bed = bed;
    this.calendar = testCalendar(dateOfMs(bed.clock.nowMs(0)));
    this.#procedures = new InProcessProcedures(bed);
    this.#browsers = browsers;
  }

  static async open(bed: ApiBed): Promise<JourneyDesk> {
    const browsers = new Map<string, TestBrowser>();
    for (const login of bed.people.keys()) browsers.set(login, await new TestBrowser(bed).signIn(login));
    return new JourneyDesk(bed, browsers);
  }

  get today(): string {
    return dateOfMs(this.bed.clock.nowMs(0));
  }

  as(login: string): TestBrowser {
    const browser = this.#browsers.get(login);
    if (!browser) throw new Error(`${login} is not signed in`);
    return browser;
  }

  follow = async (): Promise<void> => this.#procedures.follow();

  /** Three hours after opening on that day. */
  async passToDay(on: string): Promise<void> {
    await this.#procedures.passTo(this.calendar.opensAtMs(on) + 3 * 3_600_000);
  }

  readCase = async (id: string, login = 'midori'): Promise<CaseView> =>
    this.as(login).get<CaseView>(`/api/cases/${id}`);

  readSitting = async (id: string, login = 'midori'): Promise<SittingView> =>
    this.as(login).get<SittingView>(`/api/sittings/${id}`);

  /** A command with the version of its part as the page shows it; what follows from it has happened afterwards. */
  async give(caseId: string, login: string, command: string, part: string | null, body: object = {}): Promise<void> {
    const { parts } = await this.readCase(caseId);
    await this.as(login).command(`/api/cases/${caseId}/${command}`, { ...versioned(parts, part), ...body });
    await this.follow();
  }

  async giveSitting(id: string, login: string, command: string, part: string | null, body: object = {}): Promise<void> {
    const { parts } = await this.readSitting(id);
    await this.as(login).command(`/api/sittings/${id}/${command}`, { ...versioned(parts, part), ...body });
    await this.follow();
  }

  /** An answer by the invitation's own link, from a browser that is nobody's. */
  async answer(invitationId: string, reply: string, proxyText: string | null = null): Promise<Answered<ReplyView>> {
    const url = `/api/o/reply/${this.bed.replyToken(invitationId)}`;
    const body = { commandId: randomUUID(), reply, proxyText };
    const answered = await new TestBrowser(this.bed).send<ReplyView>('POST', url, body);
    await this.follow();
    return answered;
  }

  /** 8050: a mother and a son, without consent. */
  async openHousehold(): Promise<string> {
    const { id = '' } = await this.as('aoi').command('/api/cases', {
      receivedOn: this.today,
      point: 'houkatsu',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['withdrawal', 'care'],
      worstConcern: 'withdrawal',
      triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
      persons: [
        { role: 'person', relation: 'self', birthYear: 1944, nameText: '見本 千代' },
        { role: 'householdMember', relation: 'child', birthYear: 1972, nameText: '見本 直樹' },
      ],
      storyText: '母と長男の二人暮らし。',
      reporterText: null,
      contactRulesText: '電話は平日の午前だけ。',
    });
    await this.follow();
    return id;
  }

  /** Screens the case and sends the main つなぎ. @returns its id */
  async handOver(caseId: string, to: string, purpose = 'join'): Promise<string> {
    await this.give(caseId, 'aoi', 'screen-case', 'stage', {
      judgement: 'handOver',
      reasonText: '介護だけでは動かない。',
    });
    await this.give(caseId, 'aoi', 'send-handoff', 'stage', {
      to,
      purpose,
      main: true,
      messageText: '見立てをお願いします。',
      personIds: (await this.readCase(caseId, 'aoi')).persons.map(({ id }) => id),
      legalBasis: 'personalInformationAct27-1',
      reasonText: '二人とも話せる状態でなく、暮らしを守るために急ぐ。',
    });
    return (await this.readCase(caseId, 'aoi')).handoffs.at(-1)?.id ?? '';
  }

  /** Opens a sitting with one item and invites. @returns its id */
  async callMeeting(body: string, openDaysAhead: number, item: object, agencies: readonly string[]): Promise<string> {
    const { id = '' } = await this.as('midori').command('/api/sittings', {
      body,
      heldOn: this.calendar.addOpenDays(this.today, openDaysAhead),
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '役場 第2会議室',
      item: { agencies, ...item },
    });
    await this.follow();
    const invitees = agencies.map((agency) => ({ agency }));
    await this.giveSitting(id, 'midori', 'call-sitting', 'sitting', { invitees, urgentReasonText: null });
    return id;
  }

  /** Lets the day come, holds it and gives its only item an outcome. */
  async holdMeeting(id: string, present: readonly string[], disposition: object): Promise<void> {
    await this.passToDay((await this.readSitting(id)).heldOn);
    const attendance = { present: [...present, 'hokenfukushi'], acknowledgement: 'readAloud', chair: 'manager' };
    await this.giveSitting(id, 'takashi', 'hold-sitting', 'sitting', attendance);
    const itemId = (await this.readSitting(id)).items[0]?.itemId ?? '';
    await this.giveSitting(id, 'midori', 'give-disposition', `item/${itemId}`, {
      itemId,
      ownerAgency: 'houkatsu',
      dueOn: this.calendar.addOpenDays(this.today, 10),
      nextStepText: '進める。',
      endReason: null,
      leadAgencyAfter: null,
      standings: null,
      ...disposition,
    });
  }

  /** A 重層的支援会議 from its call to its outcome. @returns its id */
  async planMeeting(caseId: string, personId: string, purpose: string, disposition: object): Promise<string> {
    const agencies = ['houkatsu', 'shakyo'];
    const id = await this.callMeeting('planMeeting', 8, { caseId, purpose, personIds: [personId] }, agencies);
    for (const invitation of (await this.readSitting(id)).invitations) await this.answer(invitation.id, 'attend');
    await this.holdMeeting(id, agencies, disposition);
    return id;
  }

  async consent(caseId: string, personId: string): Promise<void> {
    await this.give(caseId, 'aoi', 'record-consent', `consent/${personId}`, {
      personId,
      status: 'given',
      on: this.today,
      method: 'signature',
      agencies: ['houkatsu', 'kikan', 'shakyo', 'hoken', 'hokenfukushi'],
      purposes: ['supportCoordination', 'planMaking', 'monitoring'],
      itemClasses: ['attributes', 'health', 'schooling', 'incomeDebt', 'schemeUse', 'lifeHistory'],
      representative: null,
      reviewOn: null,
    });
  }

  /** Every sheet that was asked for comes in. @returns of which agencies */
  async submitSheets(caseId: string): Promise<readonly string[]> {
    const asked = (await this.readCase(caseId)).sheets.map(({ agency }) => agency);
    for (const agency of asked) {
      const body = { agency, text: `${agency}の見立て` };
      await this.give(caseId, speaker[agency] ?? 'midori', 'submit-sheet', `sheet/${agency}`, body);
    }
    return asked;
  }

  async draftPlan(caseId: string): Promise<void> {
    await this.give(caseId, 'midori', 'draft-plan', 'plan', {
      startsOn: this.today,
      endsOn: addMonths(this.today, 6),
      directionText: '母の暮らしを整え、長男と会える関係を作る。',
      goals: [{ text: '介護サービスを再び使う。' }],
      roles: [
        { agency: 'houkatsu', text: '介護の調整' },
        { agency: 'shakyo', text: '家計の相談' },
      ],
    });
  }
}

const versioned = (parts: Readonly<Record<string, number>>, part: string | null): object =>
  part === null ? {} : { partVersion: parts[part] ?? 0 };
