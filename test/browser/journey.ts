import { OfficeDesk } from './office-desk.ts';
import type { Town } from './town.ts';
import type { WatchedBrowser } from './watched-browser.ts';

/** The case on its way, and the people who move it, each at an own browser. */
export class Journey {
  readonly town: Town;
  readonly browser: WatchedBrowser;
  /** Address and number of the case, once it is received. */
  kase = { path: '', number: '' };
  /** Address of the 支援会議, once it is opened. */
  meeting = '';
  readonly #desks = new Map<string, OfficeDesk>();

  constructor(town: Town, browser: WatchedBrowser) {
    this.town = town;
    this.browser = browser;
  }

  get caseId(): string {
    return this.kase.path.split('/')[2] ?? '';
  }

  /** The person's own browser, signed in the first time. */
  async as(name: string): Promise<OfficeDesk> {
    const there = this.#desks.get(name);
    if (there) return there;
    const desk = await OfficeDesk.signIn(await this.browser.newPage(), this.town, `担当 ${name}`);
    this.#desks.set(name, desk);
    return desk;
  }

  /** The person's browser on the page of the case. */
  async atCase(name: string): Promise<OfficeDesk> {
    const desk = await this.as(name);
    await desk.goTo(this.kase.path);
    return desk;
  }

  mailsTo(address: string, subject: RegExp): Town['mails'] {
    return this.town.mails.filter(
      ({ recipients, mail }) => recipients.includes(address) && subject.test(mail.subject ?? ''),
    );
  }
}
