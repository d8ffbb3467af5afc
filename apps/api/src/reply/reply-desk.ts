import { Injectable } from '@nestjs/common';
import { mayRead } from '#libs/access';
import type { Actor, Invitation, SittingState } from '#libs/domain';
import {
  historyOf,
  inMunicipality,
  invitationByToken,
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
import { linkUnknown } from '../problem/edge-problems.ts';
import type { GivenBody } from '../shape/command-body.dto.ts';
import { answerInvitation } from './reply-body.ts';
import { replyView } from './reply-view.ts';

type Invitee = Extract<Actor, { kind: 'invitee' }>;

/** Answers invited people by their link alone. Looking changes nothing, however often; only an answer does. */
@Injectable()
export class ReplyDesk {
  readonly #app: DataSource;
  readonly #desk: CommandDesk;
  readonly #texts: TextReader;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, desk: CommandDesk, texts: TextReader, municipalities: Municipalities) {
    this.#app = app;
    this.#desk = desk;
    this.#texts = texts;
    this.#municipalities = municipalities;
  }

  /** @throws 404 when the link is nobody's */
  async look(token: string): Promise<ReplyView> {
    const link = await this.#linkOf(token);
    return this.#inMunicipalityOf(link, async (tx) => this.#viewOf(tx, link));
  }

  /** @throws 404 when the link is nobody's, 409 when the sitting takes no answers */
  async answer(token: string, body: GivenBody): Promise<ReplyView> {
    const link = await this.#linkOf(token);
    const { municipality, sittingId, invitationId } = link;
    const giver = { municipality, actor: inviteeOf(link) };
    const answer = { ...body, invitationId };
    await this.#desk.give(giver, { kind: 'sitting', id: sittingId }, answerInvitation, answer);
    return this.look(token);
  }

  async #inMunicipalityOf<T>({ municipality }: LinkedInvitation, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inMunicipality(this.#app, { municipality, actor: 'invitee' }, work);
  }

  async #linkOf(token: string): Promise<LinkedInvitation> {
    const link = /^[\w-]{43}$/u.test(token) ? await invitationByToken(this.#app, tokenHash(token)) : undefined;
    if (!link) throw linkUnknown();
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
