import { Injectable } from '@nestjs/common';
import { mayRead } from '#libs/access';
import { refuse, type Actor, type Invitation, type SittingState } from '#libs/domain';
import {
  historyOf,
  inMunicipality,
  invitationByToken,
  ordinalOf,
  sittingOf,
  TextReader,
  tokenHash,
  type LinkedInvitation,
  type LoggedEvent,
  type Transaction,
} from '#libs/persistence';
import { officeOf } from '#libs/profiles';
import type { ReplyView } from '#libs/views';
import { DataSource } from 'typeorm';
import { CommandDesk } from '../command/command-desk.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { linkUnknown, tooOften } from '../problem/edge-problems.ts';
import { Refusals } from '../problem/refusals.ts';
import type { GivenBody } from '../shape/command-body.dto.ts';
import { HourlyLimit } from './hourly-limit.ts';
import { answerInvitation } from './reply-body.ts';
import { howItEnded, replyView } from './reply-view.ts';

type Invitee = Extract<Actor, { kind: 'invitee' }>;

/** Links that are nobody's, from one address within an hour: a whole office may stand behind it and click on old ones. */
const mostGuesses = 30;
/** Answers by one link within an hour. */
const mostAnswers = 10;

/** Answers invited people by their link alone. Looking changes nothing, however often; only an answer does. */
@Injectable()
export class ReplyDesk {
  readonly #app: DataSource;
  readonly #desk: CommandDesk;
  readonly #texts: TextReader;
  readonly #municipalities: Municipalities;
  readonly #guesses = new HourlyLimit(mostGuesses);
  readonly #answers = new HourlyLimit(mostAnswers);

  constructor(app: DataSource, desk: CommandDesk, texts: TextReader, municipalities: Municipalities) {
    this.#app = app;
    this.#desk = desk;
    this.#texts = texts;
    this.#municipalities = municipalities;
  }

  /**
   * @param from address that asks
   * @throws 404 when the link is nobody's, 429 after too many such
   */
  async look(token: string, from: string): Promise<ReplyView> {
    const link = await this.#linkOf(token, from);
    return this.#inMunicipalityOf(link, async (tx) => this.#viewOf(tx, link));
  }

  /** @throws 404 when the link is nobody's, 409 when the sitting takes no answers, 429 when it was answered too often */
  async answer(token: string, body: GivenBody, from: string): Promise<ReplyView> {
    const link = await this.#linkOf(token, from);
    refuseWhile(this.#answers.waitOf(link.invitationId));
    this.#answers.count(link.invitationId);
    await this.#inMunicipalityOf(link, async (tx) => this.#assertNotOver(tx, link));
    const { municipality, sittingId, invitationId } = link;
    const giver = { municipality, actor: inviteeOf(link) };
    const answer = { ...body, invitationId };
    await this.#desk.give(giver, { kind: 'sitting', id: sittingId }, answerInvitation, answer);
    return this.look(token, from);
  }

  async #inMunicipalityOf<T>({ municipality }: LinkedInvitation, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inMunicipality(this.#app, { municipality, actor: 'invitee' }, work);
  }

  async #linkOf(token: string, from: string): Promise<LinkedInvitation> {
    refuseWhile(this.#guesses.waitOf(from));
    const link = /^[\w-]{43}$/u.test(token) ? await invitationByToken(this.#app, tokenHash(token)) : undefined;
    if (!link) {
      this.#guesses.count(from);
      throw linkUnknown();
    }
    return link;
  }

  async #viewOf(tx: Transaction, link: LinkedInvitation): Promise<ReplyView> {
    const { rules, today, profile } = this.#municipalities.today(link.municipality);
    const { state, invitation } = await this.#invited(tx, link);
    const events = await historyOf(tx, link.sittingId);
    const places = await this.#texts.read(tx, link.sittingId, [state.placeText]);
    const office = officeOf(profile, today);
    return replyView({
      state,
      ordinal: await ordinalOf(tx, state, today),
      invitation,
      place: places.get(state.placeText) ?? null,
      rules,
      today,
      officeName: office.sectionName,
      officePhone: office.phone ?? null,
      demo: profile.demo,
      movedSinceAsked: movedSinceAsked(events, link.invitationId),
    });
  }

  /** The link ends with the day, also while nobody has recorded that the sitting was held. */
  async #assertNotOver(tx: Transaction, link: LinkedInvitation): Promise<void> {
    const { rules, today } = this.#municipalities.today(link.municipality);
    const { state } = await this.#invited(tx, link);
    if (howItEnded(state, today)) throw new Refusals(rules).problem(refuse('reply.closed', { stage: state.stage }));
  }

  async #invited(
    tx: Transaction,
    link: LinkedInvitation,
  ): Promise<{ readonly state: SittingState; readonly invitation: Invitation }> {
    const state = (await sittingOf(tx, link.sittingId))?.state;
    const invitation = state?.invitations.find(({ id }) => id === link.invitationId);
    const { rules } = this.#municipalities.today(link.municipality);
    if (!state || !invitation || !mayRead(inviteeOf(link), 'reply.read', { ref: { kind: 'sitting' }, state, rules }))
      throw linkUnknown();
    return { state, invitation };
  }
}

function refuseWhile(waitSeconds: number | undefined): void {
  if (waitSeconds !== undefined) throw tooOften(waitSeconds);
}

const inviteeOf = ({ agency, invitationId }: LinkedInvitation): Invitee => ({ kind: 'invitee', agency, invitationId });

/** Did date or place move after this invitation had been sent? */
function movedSinceAsked(events: readonly LoggedEvent[], invitationId: string): boolean {
  const sent = events.findIndex(
    ({ type, payload }) =>
      type === 'invitations-sent' &&
      Array.isArray(payload['invitationIds']) &&
      payload['invitationIds'].includes(invitationId),
  );
  return sent >= 0 && events.slice(sent).some(({ type }) => type === 'sitting-moved');
}
