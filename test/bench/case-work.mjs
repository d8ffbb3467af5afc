import { dateOfMs } from '#libs/calendar';
import { calendarOf, profileOf } from '#libs/profiles';
import { Browser } from './browser.mjs';

/** How many commands {@link CaseWork.next} gives for a case. */
export const commandsPerCase = 12;

const invited = ['houkatsu', 'kikan', 'shakyo', 'hoken', 'kodomo'];

/** Opens a case and works on it, as people of three agencies do on one day; every command is timed. */
export class CaseWork {
  #people;
  #timed;
  #today;
  #heldOn;

  /** @param {(name: string, ms: number) => void} timed told of every command */
  static async open(url, timed) {
    const visitor = new Browser(url);
    const { people } = await visitor.get('/api/demo/people');
    visitor.close();
    const work = new CaseWork();
    const who = (agency, post) => people.find((one) => one.agency === agency && one.posts.includes(post)).membershipId;
    const headId = who('houkatsu', 'head');
    const sender = await new Browser(url).signIn(who('houkatsu', 'staff'));
    const receiver = await new Browser(url).signIn(who('kikan', 'staff'));
    const coordinator = await new Browser(url).signIn(who('hokenfukushi', 'coordinator'));
    work.#people = { sender, headId, receiver, coordinator };
    work.#timed = timed;
    work.#today = dateOfMs(Date.now());
    const calendar = calendarOf(profileOf('higashiagatsuma', { demo: true }), work.#today);
    work.#heldOn = calendar.addOpenDays(work.#today, 10);
    return work;
  }

  close() {
    for (const browser of [this.#people.sender, this.#people.receiver, this.#people.coordinator]) browser.close();
  }

  /** One case. Twice a page is read in between for the ids that stand on it; that is not timed. */
  async next() {
    const { sender, headId, receiver, coordinator } = this.#people;
    const opened = await this.#give(sender, '/api/cases', 'open-case', {
      receivedOn: this.#today,
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
      storyText: '母と長男の二人暮らし。訪問は玄関先まで。介護サービスは長男の希望で止まっている。',
      reporterText: null,
      contactRulesText: '電話は平日の午前だけ。',
    });
    const { id } = opened;
    let { parts } = opened;
    const onCase = async (browser, command, part, fields) => {
      const body = { partVersion: parts[part] ?? 0, ...fields };
      // A command answers with the versions of the parts that it moved.
      parts = { ...parts, ...(await this.#give(browser, `/api/cases/${id}/${command}`, command, body)).parts };
    };
    await onCase(sender, 'screen-case', 'stage', { judgement: 'handOver', reasonText: '介護だけでは動かない。' });
    await onCase(sender, 'mark-urgent', 'urgency', { urgent: true });
    const { persons } = await sender.get(`/api/cases/${id}`);
    await onCase(sender, 'send-handoff', 'stage', {
      to: 'kikan',
      purpose: 'join',
      main: true,
      messageText: '長男への関わりの見立てをお願いします。',
      personIds: persons.map((person) => person.id),
      legalBasis: 'personalInformationAct27-1',
      reasonText: '長男は話せる状態でなく、暮らしを守るために要る。',
    });
    const { handoffs } = await receiver.get(`/api/cases/${id}`);
    const handoffId = handoffs[0].id;
    await onCase(receiver, 'accept-handoff', `handoff/${handoffId}`, { handoffId, answerText: '来週訪問します。' });
    await onCase(coordinator, 'set-person-in-charge', 'person-in-charge', { membershipId: headId });
    const personId = persons[0].id;
    await onCase(sender, 'record-consent', `consent/${personId}`, {
      personId,
      status: 'given',
      on: this.#today,
      method: 'signature',
      agencies: ['houkatsu', 'kikan', 'shakyo', 'hoken'],
      purposes: ['supportCoordination', 'planMaking', 'monitoring'],
      itemClasses: ['attributes', 'health', 'schooling', 'incomeDebt', 'schemeUse', 'lifeHistory'],
      representative: null,
      reviewOn: null,
    });
    await this.#meeting(id, persons);
    await onCase(coordinator, 'mark-urgent', 'urgency', { urgent: false });
  }

  /** A 支援会議 is put on, called, and answered by telephone. */
  async #meeting(caseId, persons) {
    const { coordinator } = this.#people;
    const { id, parts } = await this.#give(coordinator, '/api/sittings', 'open-sitting', {
      body: 'supportMeeting',
      heldOn: this.#heldOn,
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '役場 第2会議室',
      item: { caseId, purpose: 'direction', personIds: persons.map((person) => person.id), agencies: invited },
    });
    await this.#give(coordinator, `/api/sittings/${id}/call-sitting`, 'call-sitting', {
      partVersion: parts.sitting ?? 0,
      invitees: invited.map((agency) => ({ agency })),
      urgentReasonText: null,
    });
    const { invitations } = await coordinator.get(`/api/sittings/${id}`);
    for (const invitation of invitations.slice(0, 2)) {
      await this.#give(coordinator, `/api/sittings/${id}/answer-invitation`, 'answer-invitation', {
        invitationId: invitation.id,
        reply: 'attend',
        proxyText: null,
        heard: 'phone',
      });
    }
  }

  async #give(browser, path, name, fields) {
    const { body, ms } = await browser.command(path, fields);
    this.#timed(name, ms);
    return body;
  }
}
