import { Injectable } from '@nestjs/common';
import { mayRead } from '#libs/access';
import type { Actor, Invitation, SittingCommand, SittingState } from '#libs/domain';
import {
  historyOf,
  inMunicipality,
  invitationByToken,
  RecordExecutor,
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
import { Texts } from '../command/texts.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { linkUnknown } from '../problem/edge-problems.ts';
import { Refusals } from '../problem/refusals.ts';
import type { ReplyDto } from './reply.dto.ts';
import { replyView } from './reply-view.ts';

type Invitee = Extract<Actor, { kind: 'invitee' }>;

/** Answers invited people by their link alone. Looking changes nothing, however often; only an answer does. */
@Injectable()
export class ReplyDesk {
  readonly #app: DataSource;
  readonly #executor: RecordExecutor;
  readonly #texts: TextReader;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, executor: RecordExecutor, texts: TextReader, municipalities: Municipalities) {
    this.#app = app;
    this.#executor = executor;
    this.#texts = texts;
    this.#municipalities = municipalities;
  }

  /** @throws 404 when the link is nobody's */
  async look(token: string): Promise<ReplyView> {
    const link = await this.#linkOf(token);
    return this.#inMunicipalityOf(link, async (tx) => this.#viewOf(tx, link));
  }

  /** @throws 404 when the link is nobody's, 409 when the sitting takes no answers */
  async answer(token: string, dto: ReplyDto): Promise<ReplyView> {
    const link = await this.#linkOf(token);
    await this.#inMunicipalityOf(link, async (tx) => this.#invited(tx, link, 'reply.answer'));
    const texts = new Texts();
    const command: SittingCommand = {
      type: 'answer-invitation',
      invitationId: link.invitationId,
      reply: dto.reply,
      proxyText: texts.take(dto, 'proxyName'),
      via: 'link',
    };
    const answer = await this.#executor.execute({
      ref: { municipality: link.municipality, kind: 'sitting', id: link.sittingId },
      command,
      commandId: dto.commandId,
      actor: inviteeOf(link),
      texts: texts.taken,
    });
    const refusals = new Refusals(this.#municipalities.today(link.municipality).rules);
    if (answer.kind === 'refused') throw refusals.problem(answer.refusal);
    if (answer.kind === 'forbidden') throw refusals.forbidden(answer.code);
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
    const { state, invitation } = await this.#invited(tx, link, 'reply.read');
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
    action: 'reply.read' | 'reply.answer',
  ): Promise<{ readonly state: SittingState; readonly invitation: Invitation }> {
    const state = (await sittingOf(tx, link.sittingId))?.state;
    const invitation = state?.invitations.find(({ id }) => id === link.invitationId);
    const { rules } = this.#municipalities.today(link.municipality);
    if (!state || !invitation || !mayRead(inviteeOf(link), action, { ref: { kind: 'sitting' }, state, rules }))
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
