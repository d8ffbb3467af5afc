import { dateOfMs } from '#libs/calendar';
import { Browser } from './browser.mjs';
import { percentiles } from './percentiles.mjs';

/** How many commands {@link LongLife.turn} gives. */
export const commandsPerTurn = 4;

const partner = 'kikan';

/** What a case takes month after month: 急ぐ, a モニタリング, a つなぎ beside the main line and the answer that there is no room. */
export class LongLife {
  /** Of every command: name and milliseconds. */
  commands = [];
  /** Of every view of the case's page: milliseconds. */
  pages = [];
  #coordinator;
  #partner;
  #today = dateOfMs(Date.now());

  static async open(url) {
    const visitor = new Browser(url);
    const { people } = await visitor.get('/api/demo/people');
    visitor.close();
    const who = (agency, post) => people.find((one) => one.agency === agency && one.posts.includes(post)).membershipId;
    const life = new LongLife();
    life.#coordinator = await new Browser(url).signIn(who('hokenfukushi', 'coordinator'));
    life.#partner = await new Browser(url).signIn(who(partner, 'staff'));
    return life;
  }

  close() {
    for (const browser of [this.#coordinator, this.#partner]) browser.close();
  }

  /** @param {string} id of a case in 支援中 */
  async turn(id) {
    const { urgent, parts, persons } = await this.read(id);
    await this.#give(id, 'mark-urgent', { partVersion: parts.urgency ?? 0, urgent: !urgent });
    await this.#give(id, 'record-monitoring', { on: this.#today, method: 'visit', text: '変わりなく過ごしている。' });
    await this.#give(id, 'send-handoff', {
      partVersion: parts.stage ?? 0,
      to: partner,
      purpose: 'join',
      main: false,
      messageText: '長男への関わりの見立てをお願いします。',
      personIds: persons.map((person) => person.id),
      legalBasis: 'personalInformationAct27-1',
      reasonText: '長男は話せる状態でなく、暮らしを守るために要る。',
    });
    const { handoffs, parts: now } = await this.read(id);
    const handoffId = handoffs.find(({ state }) => state === 'awaiting').id;
    const answer = { handoffId, reason: 'noCapacity', suggestion: 'otherAgency', answerText: '今は受けられません。' };
    await this.#give(
      id,
      'decline-handoff',
      { partVersion: now[`handoff/${handoffId}`] ?? 0, ...answer },
      this.#partner,
    );
  }

  /** The case's page as the coordinator sees it. */
  async read(id) {
    const { body, ms } = await this.#coordinator.read(`/api/cases/${id}`);
    this.pages.push(ms);
    return body;
  }

  told() {
    const ofCommand = Object.groupBy(this.commands, ({ name }) => name);
    return {
      page: percentiles(this.pages),
      command: percentiles(this.commands.map(({ ms }) => ms)),
      byCommand: Object.fromEntries(
        Object.entries(ofCommand).map(([name, given]) => [name, percentiles(given.map(({ ms }) => ms))]),
      ),
    };
  }

  async #give(id, name, fields, browser = this.#coordinator) {
    const { ms } = await browser.command(`/api/cases/${id}/${name}`, fields);
    this.commands.push({ name, ms });
  }
}
