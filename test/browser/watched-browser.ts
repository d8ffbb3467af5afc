import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from './config.ts';

const screens = join(import.meta.dirname, '../../test-results/screens');
const desktop = { width: 1280, height: 900 };
export const phone = { width: 375, height: 812 };
/** Chromium writes these down as errors: no session yet, a record one has no more part in, a refusal. They are answers of the API. */
const isAnswer = (text: string, url: string): boolean =>
  /status of (401|404|409)/u.test(text) && new URL(url).pathname.startsWith('/api/');

/** Runs in the page: headings that leave out a level, and what is too small for a finger (WCAG 2.5.8: 24 px). */
function hardToUse(): readonly string[] {
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const headings = [...scope.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown);
  const levels = headings.map(({ tagName }) => Number(tagName[1]));
  const skipping = headings.filter((_, index) => (levels[index] ?? 0) > (levels[index - 1] ?? levels[index] ?? 0) + 1);
  const small = [...scope.querySelectorAll('button, a[href], select, textarea, summary, input')].filter((element) => {
    const { height, width } = (element.closest('label') ?? element).getBoundingClientRect();
    return isShown(element) && (height < 24 || width < 24);
  });
  return [
    ...skipping.map((heading) => `a level is left out before the heading ${heading.textContent}`),
    ...small.map((element) => `too small to touch: ${element.outerHTML.slice(0, 120)}`),
  ];
}

/** Chromium, watched: what leaves the origin, what goes wrong in a page, what is hard to use. */
export class WatchedBrowser {
  /** In words, with the page; empty in a healthy house. */
  readonly troubles: string[] = [];
  readonly #browser: Browser;
  readonly #origin: string;

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
    mkdirSync(screens, { recursive: true });
  }

  static async launch(origin: string): Promise<WatchedBrowser> {
    if (chromiumPath === undefined) throw new Error('there is no chromium on the PATH, and CHROMIUM_PATH is not set');
    const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
    return new WatchedBrowser(browser, origin);
  }

  /** A page without cookies, in a context of its own. */
  async newPage(viewport = desktop): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    context.setDefaultTimeout(15_000);
    this.#watch(context);
    return context.newPage();
  }

  #watch(context: BrowserContext): void {
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${this.#origin}/`) && !url.startsWith('data:') && url !== 'about:blank')
        this.troubles.push(`a request left the origin: ${url}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) this.troubles.push(`${response.status()} ${response.url()}`);
    });
    context.on('console', (message) => {
      const { url } = message.location();
      if (message.type() === 'error' && !isAnswer(message.text(), url))
        this.troubles.push(`console of ${url}: ${message.text()}`);
    });
    context.on('weberror', (error) => {
      this.troubles.push(`error in ${error.page()?.url() ?? 'a page'}: ${error.error().message}`);
    });
  }

  /**
   * Looks at a page as it stands: the mark of the demo, axe at its own width, no sideways scrolling at phone width; a picture of it at both widths in
   * test-results/screens.
   */
  async look(page: Page, name: string): Promise<void> {
    const before = page.viewportSize() ?? desktop;
    const marks = await page.getByRole('complementary', { name: 'デモ(架空の記録)' }).count();
    if (marks !== 1) this.troubles.push(`${name}: ${marks} marks of the demo`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, impact, help, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        this.troubles.push(`${name}: ${id} ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    for (const [width, size] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(size);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (tooWide > 0) this.troubles.push(`${name} ${width}: scrolls sideways by ${tooWide} px`);
      for (const trouble of await page.evaluate(hardToUse)) this.troubles.push(`${name} ${width}: ${trouble}`);
      // a dialog covers the window, not the page
      const fullPage = !(await page.getByRole('dialog').first().isVisible());
      await page.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage, animations: 'disabled' });
    }
    await page.setViewportSize(before);
  }

  /** Something to be looked at afterwards, beside the pictures. */
  keep(name: string, content: Buffer): void {
    writeFileSync(join(screens, name), content);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
