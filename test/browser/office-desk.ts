import type { Locator, Page } from 'playwright-core';
import type { Town } from './town.ts';

/** One of the demo's people at a browser. */
export class OfficeDesk {
  readonly page: Page;
  readonly #town: Town;

  private constructor(page: Page, town: Town) {
    this.page = page;
    this.#town = town;
  }

  /** Chooses the person on the sign-in page. */
  static async signIn(page: Page, town: Town, name: string): Promise<OfficeDesk> {
    const desk = new OfficeDesk(page, town);
    await desk.goTo('/');
    await page.getByRole('button', { name: new RegExp(`^${name} `, 'u') }).click();
    await page.getByRole('heading', { level: 1, name: '自分の仕事' }).waitFor();
    await desk.#loaded();
    return desk;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#town.url}${path}`);
    await this.#loaded();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The text of what is called that on the page, as it is read. */
  async textOf(title: string): Promise<string> {
    return this.section(title).innerText();
  }

  /** Opens the form that a button of the page leads to. */
  async open(button: string): Promise<Locator> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.dialog.waitFor();
    return this.dialog;
  }

  /** Sends the form, lets follow what follows, and shows the page anew. @throws with the answer when it was refused */
  async send(button?: string): Promise<void> {
    const { status, text } = await this.press(button);
    if (status !== 200) throw new Error(`${button ?? 'the form'}: ${status} ${text}`);
    await this.dialog.waitFor({ state: 'detached' });
    await this.settle();
  }

  /** Lets follow what follows from what was sent, and shows the page anew. */
  async settle(): Promise<void> {
    await this.#town.follow();
    await this.page.reload();
    await this.#loaded();
  }

  /** Sends the form, by the button that says so where its words do not matter. @returns what the API answered */
  async press(button?: string): Promise<{ readonly status: number; readonly text: string }> {
    const inDialog = await this.dialog.isVisible();
    const scope = inDialog ? this.dialog : this.page.getByRole('main');
    const [response] = await Promise.all([
      this.page.waitForResponse((one) => one.request().method() === 'POST' && !one.url().endsWith('/api/session')),
      (button === undefined
        ? scope.locator('button[type=submit]')
        : scope.getByRole('button', { name: button, exact: true })
      ).click(),
    ]);
    return { status: response.status(), text: await response.text() };
  }

  /** From 自分の仕事 into the very form: one press. */
  async takeUp(obligation: string, record: string): Promise<Locator> {
    await this.goTo('/work');
    // several of a kind stand by date: the first is meant
    await this.page
      .getByRole('link', { name: `ここから行う：${obligation}、${record}`, exact: true })
      .first()
      .click();
    await this.dialog.waitFor();
    return this.dialog;
  }

  async #loaded(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }
}
