import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { DemoPersonRow } from '#libs/persistence';
import { peopleOf } from '#libs/profiles';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DemoPeople, DemoPerson, SessionView } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { API_CONFIG, type ApiConfig } from '../config.ts';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { pageNotFound } from '../problem/edge-problems.ts';

import { SessionDesk } from './session-desk.ts';
import { SignInDto } from './sign-in.dto.ts';
import { SignedIn, type Viewer } from './viewer.ts';

/** Somebody of the demo with what the profile says of them; people stand in the profile's order. */
function demoPersonView(
  { membershipId, displayName, agency, posts }: DemoPersonRow,
  { profile, rules, today }: MunicipalityToday,
): { readonly place: number; readonly view: DemoPerson } {
  const people = peopleOf(profile, today);
  const place = people.findIndex((person) => person.displayName === displayName && person.agency === agency);
  const agencyName = rules.agencies.find(({ code }) => code === agency)?.name ?? agency;
  const view = {
    membershipId,
    displayName,
    agency,
    agencyName,
    posts: [...posts],
    roleText: people[place]?.duty ?? '',
  };
  return { place: place < 0 ? people.length : place, view };
}

/** Sign-in, who is signed in, sign-out. */
@ApiTags('session')
@Controller('api')
export class SessionController {
  readonly #sessions: SessionDesk;
  readonly #municipalities: Municipalities;
  readonly #config: ApiConfig;

  constructor(sessions: SessionDesk, municipalities: Municipalities, @Inject(API_CONFIG) config: ApiConfig) {
    this.#sessions = sessions;
    this.#municipalities = municipalities;
    this.#config = config;
  }

  @Get('session')
  @Asks('session.read')
  @Answers('SessionView')
  read(@SignedIn() viewer: Viewer): SessionView {
    return this.#viewOf(viewer);
  }

  /** Only with the demo: elsewhere this way in does not exist. */
  @Get('demo/people')
  @Asks('demo-people.list')
  @Answers('DemoPeople')
  async people(): Promise<DemoPeople> {
    if (!this.#config.demo) throw pageNotFound();
    const people = await this.#sessions.people();
    const listed = people.map((person) => demoPersonView(person, this.#municipalities.today(person.municipality)));
    return { people: listed.toSorted((a, b) => a.place - b.place).map(({ view }) => view) };
  }

  @Post('session')
  @HttpCode(200)
  @Asks('session.begin')
  @Answers('SessionView')
  async begin(
    @Body() dto: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (!this.#config.demo) throw pageNotFound();
    return this.#viewOf(await this.#sessions.beginAs(dto.membershipId, request, reply));
  }

  @Delete('session')
  @HttpCode(204)
  @Asks('session.end')
  @ApiNoContentResponse()
  async end(
    @SignedIn() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.#sessions.end(viewer, request, reply);
  }

  #viewOf(viewer: Viewer): SessionView {
    const { rules } = this.#municipalities.today(viewer.municipality);
    return {
      membership: viewer.membershipId,
      displayName: viewer.displayName,
      agency: viewer.agency,
      posts: [...viewer.posts],
      municipality: { code: viewer.municipality, name: rules.municipalityName },
      demo: this.#config.demo,
    };
  }
}
