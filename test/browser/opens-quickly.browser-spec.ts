import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Request } from 'playwright-core';
import { OfficeDesk } from './office-desk.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';

// Real: PostgreSQL, the API with the built pages, Chromium. Nothing here is timed: what is proven is what is sent, and in which order it is asked for.

let town: Town;
let browser: WatchedBrowser;

beforeAll(async () => {
  town = await Town.open(Date.now());
  browser = await WatchedBrowser.launch(town.url);
});
afterAll(async () => {
  await browser.close();
  await town.close();
});

const pathOf = (request: Request): string => new URL(request.url()).pathname;

it('sends every larger file compressed, to each browser as it can read it, and plain to one that cannot', async () => {
  const page = await browser.newPage();
  const sizes: { readonly file: string; readonly encoding: string | undefined; readonly vary: string | undefined }[] =
    [];
  page.on('response', (response) => {
    const headers = response.headers();
    if (/\.(?:js|css)$/u.test(response.url()) && Number(headers['content-length']) > 1_024)
      sizes.push({ file: pathOf(response.request()), encoding: headers['content-encoding'], vary: headers['vary'] });
  });
  await OfficeDesk.signIn(page, town, '担当 あおい');
  expect(sizes.length).toBeGreaterThan(1);
  for (const { vary } of sizes) expect(vary).toBe('accept-encoding');

  const file = sizes.find((one) => one.file.includes('index') && one.file.endsWith('.js'))!.file;
  const lengths: number[] = [];
  for (const accepted of ['br', 'gzip', 'identity']) {
    const answer = await fetch(`${town.url}${file}`, { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBe(accepted === 'identity' ? null : accepted);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    lengths.push(Number(answer.headers.get('content-length')));
    expect(await answer.text()).toContain('createRoot');
  }
  const [brotli = 0, gzip = 0, plain = 0] = lengths;
  expect(brotli).toBeLessThan(gzip);
  expect(gzip).toBeLessThan(plain / 2);
});

it('asks who is signed in, for the profile and for what the page shows side by side, and for the files of that page alone', async () => {
  const desk = await OfficeDesk.signIn(await browser.newPage(), town, '担当 あおい');
  const { page } = desk;
  const asked: string[] = [];
  let answered = false;
  page.on('request', (request) => {
    if (!answered) asked.push(pathOf(request));
  });
  // Nobody answers until everything that is asked at once has been asked: asked one after the other, this would never go on.
  await page.route('**/api/session', async (route) => {
    while (!['/api/profile', '/api/my-work'].every((path) => asked.includes(path))) await page.waitForTimeout(20);
    answered = true;
    await route.continue();
  });
  await desk.goTo('/work');
  await page.getByRole('heading', { level: 1, name: '自分の仕事' }).waitFor();
  expect(asked).toEqual(expect.arrayContaining(['/api/session', '/api/profile', '/api/my-work']));
  expect(asked.filter((path) => path.includes('/work-page-'))).toHaveLength(1);
  expect(asked.filter((path) => /\/(?:case|sitting|board)-page-/u.test(path))).toEqual([]);
});

it('is loaded anew by itself when the files of the next page are those of an older build', async () => {
  const desk = await OfficeDesk.signIn(await browser.newPage(), town, '担当 たかし');
  const { page } = desk;
  let refused = 0;
  await page.route('**/assets/board-page-*.js', async (route) => {
    refused += 1;
    await (refused === 1 ? route.fulfill({ status: 404, body: '' }) : route.continue());
  });
  const loaded = page.waitForEvent('load');
  await page.getByRole('link', { name: '進行管理' }).click();
  await loaded;
  await page.getByRole('heading', { level: 1, name: '進行管理' }).waitFor();
  expect(refused).toBe(2);
});
