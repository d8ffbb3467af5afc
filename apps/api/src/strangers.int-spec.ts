import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { recordKinds, recordPaths, type RecordKind } from '#libs/contracts';
import { definitionOf, exampleOf, offeredTypes, type Field, type Fields } from '#libs/domain';
import type { CaseRow, Page, SittingRow, WorkItem } from '#libs/views';
import { ModulesContainer } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { routeTable } from './access/route-checks.ts';
import { openApiBed, TestBrowser } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { accept, openToldHousehold } from './testing/told-household.ts';

// Every route there is, asked by somebody who has nothing to do with the record. Real: PostgreSQL, executor, rules, access table, profile,
// procedures (in this process), HTTP (by inject). Driven: time.

let database: FreshDatabase;
let desk: JourneyDesk;
const ids: Record<RecordKind, string> = { 'support-case': '', sitting: '' };
/** Of こども家庭センター, which is on no case and at no meeting; staff and head. */
const stranger = 'sakura';

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
  const household = await openToldHousehold(desk);
  const { caseId, mother } = household;
  await accept(desk, household);
  await desk.consent(caseId, mother);
  const item = { caseId, purpose: 'informationSharing', personIds: [mother] };
  const sitting = await desk.callMeeting('supportMeeting', 10, item, ['houkatsu', 'shakyo', 'hoken']);
  Object.assign(ids, { 'support-case': caseId, sitting });
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

/** A body of the right shape for any command: what a page would send, and nothing that the server makes. */
function bodyOf(kind: RecordKind, type: string): object {
  const unit = definitionOf(kind).commands[type];
  const filled = (fields: Fields): object =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, { kind: of }]) => of !== 'made' && of !== 'given')
        .map(([name, field]) => [name, valueOf(name, field)]),
    );
  const valueOf = (name: string, field: Field): unknown => {
    if (field.kind === 'list') return [filled(field.fields)];
    if (field.kind === 'refs') return [randomUUID()];
    return field.kind === 'ref' ? randomUUID() : exampleOf({ [name]: field }, desk.today)[name];
  };
  return { commandId: randomUUID(), ...(unit?.part === null ? {} : { partVersion: 0 }), ...filled(unit?.fields ?? {}) };
}

/** Every route of a record, with the kind that its path names. */
const recordRoutes = (): readonly { readonly method: string; readonly path: string; readonly kind: RecordKind }[] =>
  routeTable(desk.bed.app.get(ModulesContainer)).flatMap(({ method, path }) =>
    recordKinds
      .filter((kind) => path.startsWith(`/api/${recordPaths[kind]}/:id`))
      .map((kind) => ({ method, path, kind })),
  );

async function asked(
  browser: TestBrowser,
  { method, path, kind }: ReturnType<typeof recordRoutes>[number],
  id: string,
): Promise<readonly unknown[]> {
  const body = method === 'POST' ? bodyOf(kind, path.split('/').at(-1) ?? '') : undefined;
  const { status, body: answer } = await browser.send(method as 'GET' | 'POST', path.replace(':id', id), body);
  return [`${method} ${path}`, status, answer];
}

it('[R65] a record is to a stranger as one that is not there, whatever route is asked', async () => {
  const commands = recordKinds.flatMap((kind) => offeredTypes(Object.values(definitionOf(kind).commands)));
  expect(recordRoutes().length).toBeGreaterThan(commands.length);
  for (const route of recordRoutes()) {
    const answer = await asked(desk.as(stranger), route, ids[route.kind]);
    expect(answer).toEqual(await asked(desk.as(stranger), route, randomUUID()));
    expect(answer.slice(0, 2)).toEqual([`${route.method} ${route.path}`, 404]);
  }
});

it('nobody is told anything of a record without a session', async () => {
  for (const route of recordRoutes()) {
    const [, status] = await asked(new TestBrowser(desk.bed), route, ids[route.kind]);
    expect([route.path, status]).toEqual([route.path, 401]);
  }
});

it('[R65] a stranger finds no record in any list, and nobody finds one that is not theirs to open', async () => {
  const found = new Map<string, number>();
  for (const login of desk.bed.people.keys()) {
    const browser = desk.as(login);
    const cases = await browser.get<Page<CaseRow>>('/api/cases');
    const sittings = await browser.get<Page<SittingRow>>('/api/sittings');
    const work = await browser.get<Page<WorkItem>>('/api/my-work');
    const named = [
      ...cases.items.map(({ recordId }) => `/api/cases/${recordId}`),
      ...sittings.items.map(({ id }) => `/api/sittings/${id}`),
      ...work.items.map(({ kind, recordId }) => `/api/${recordPaths[kind]}/${recordId}`),
    ];
    for (const url of named) expect([login, url, (await browser.send('GET', url)).status]).toEqual([login, url, 200]);
    found.set(login, named.length);
  }
  expect(found.get(stranger)).toBe(0);
  expect([...found.values()].filter((rows) => rows > 0).length).toBeGreaterThan(5);
});
