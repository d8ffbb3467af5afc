import { dateOfMs } from '#libs/calendar';
import {
  drivenClock,
  ensureMembership,
  ensureMunicipality,
  inMunicipality,
  TextCipher,
  type DrivenClock,
} from '#libs/persistence';
import { calendarOf, peopleOf, profileOf, rulesOf } from '#libs/profiles';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { openApiParts, type ApiParts } from '../api-parts.ts';
import type { ApiConfig } from '../config.ts';
import { createApi } from '../create-api.ts';
import { ApiDescription } from '../description/api-description.ts';
import { assertDescribed } from './described-answer.ts';

export const municipality = 'higashiagatsuma';
export const publicUrl = 'http://localhost:3000';

/** The whole API over a real PostgreSQL, with the demo's people and a driven clock; no port is opened. */
export interface ApiBed {
  readonly app: NestFastifyApplication;
  readonly parts: ApiParts;
  readonly clock: DrivenClock;
  readonly config: ApiConfig;
  /** The secret of an invitation's reply link, as the mail would hold it. */
  replyToken(invitationId: string): string;
  /** A cursor for somebody's place in a list (`notices/<record>`), as their pages name it. */
  cursor(login: string, list: string, ...key: readonly unknown[]): string;
  /** Membership ids of the demo's people by login. */
  readonly people: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export interface BedSettings {
  readonly databaseUrl: string;
  readonly rolePasswords: ApiConfig['rolePasswords'];
  /** Epoch ms at which the clock begins. */
  readonly startMs: number;
  readonly demo?: boolean;
  /** Folder of the pages; without it there are none. */
  readonly webRoot?: string;
  /** The demo's people when they are there already. */
  readonly people?: ReadonlyMap<string, string>;
  readonly edge?: Pick<ApiConfig, 'problemLog' | 'slowestRequestMs' | 'trustedProxies'>;
}

export async function openApiBed({
  databaseUrl,
  rolePasswords,
  startMs,
  demo = true,
  webRoot,
  people: there,
  edge = {},
}: BedSettings): Promise<ApiBed> {
  const clock = drivenClock(startMs);
  const masterKey = randomBytes(32).toString('base64');
  const config: ApiConfig = {
    databaseUrl,
    rolePasswords,
    masterKey,
    host: '127.0.0.1',
    port: 0,
    publicUrl,
    demo,
    clock,
    ...edge,
    ...(webRoot === undefined ? {} : { webRoot }),
  };
  const parts = await openApiParts(config);
  const people = there ?? (await putPeople(parts, dateOfMs(startMs)));
  const app = await createApi(config, parts);
  const cipher = new TextCipher(masterKey);
  return {
    app,
    parts,
    clock,
    config,
    people,
    replyToken: (invitationId) => cipher.replyToken(municipality, invitationId),
    cursor: (login, list, ...key) =>
      cipher.sealCursor(JSON.stringify(key), JSON.stringify([municipality, people.get(login), list])),
    close: async () => {
      await app.close();
      await parts.close();
    },
  };
}

async function putPeople({ app }: ApiParts, today: string): Promise<ReadonlyMap<string, string>> {
  const profile = profileOf(municipality, { demo: true });
  const people = new Map<string, string>();
  await inMunicipality(app, { municipality }, async (tx) => {
    await ensureMunicipality(tx, { name: rulesOf(profile, today).municipalityName, isDemo: true });
    for (const { login, displayName, agency, posts } of peopleOf(profile, today)) {
      const membershipId = v7();
      await ensureMembership(tx, { membershipId, accountId: v7(), login, agency, posts, displayName, until: null });
      people.set(login, membershipId);
    }
  });
  return people;
}

/** The office's calendar as the tests count with it. */
export const testCalendar = (on: string): ReturnType<typeof calendarOf> =>
  calendarOf(profileOf(municipality, { demo: true }), on);

export interface Answered<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A browser: keeps its cookie, says where its requests come from. */
export class TestBrowser {
  readonly #bed: ApiBed;
  #cookie: string | undefined;

  constructor(bed: ApiBed) {
    this.#bed = bed;
  }

  /** What it sends with every request. */
  get headers(): Readonly<Record<string, string>> {
    return { origin: publicUrl, ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }) };
  }

  async signIn(login: string): Promise<this> {
    const membershipId = this.#bed.people.get(login);
    const answered = await this.send('POST', '/api/session', { membershipId });
    if (answered.status !== 200) throw new Error(`${login} could not sign in: ${JSON.stringify(answered.body)}`);
    return this;
  }

  async get<T>(url: string): Promise<T> {
    const { status, body } = await this.send<T>('GET', url);
    if (status !== 200) throw new Error(`GET ${url}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Gives a command and insists that it is done. */
  async command(
    url: string,
    body: object,
  ): Promise<{ readonly seq: number; readonly parts: Record<string, number>; readonly id?: string }> {
    const answered = await this.send<{ seq: number; parts: Record<string, number>; id?: string }>('POST', url, {
      commandId: randomUUID(),
      ...body,
    });
    if (answered.status !== 200) throw new Error(`POST ${url}: ${answered.status} ${JSON.stringify(answered.body)}`);
    return answered.body;
  }

  /** Sends as it is; nothing is insisted on. */
  async send<T = Record<string, unknown>>(
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered<T>> {
    const response = await this.#bed.app.inject({
      method,
      url,
      headers: { ...this.headers, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const [cookie] = response.cookies;
    if (cookie) this.#cookie = cookie.value === '' ? undefined : `${cookie.name}=${cookie.value}`;
    const isJson = (response.headers['content-type'] ?? '').includes('json') && response.body !== '';
    const answered = {
      status: response.statusCode,
      body: (isJson ? JSON.parse(response.body) : response.body) as T,
      headers: response.headers,
    };
    // Every test that asks also shows that the description tells the truth.
    if (url.startsWith('/api/') && !url.startsWith('/api/openapi') && method !== 'HEAD')
      assertDescribed(this.#bed.app.get(ApiDescription).get(), { method, url }, answered);
    return answered;
  }
}
