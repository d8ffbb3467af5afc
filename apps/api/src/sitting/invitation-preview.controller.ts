import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { isIsoDate } from '#libs/calendar';
import { replyDueFrom, type Actor, type SittingState } from '#libs/domain';
import { composeWords, type Letter } from '#libs/notification';
import { TextReader } from '#libs/persistence';
import { officeOf } from '#libs/profiles';
import type { InvitationPreview } from '#libs/views';
import { IsOptional, Matches } from 'class-validator';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { bodyName } from '../records/sitting-title.ts';
import { asViewer } from '../records/tenant.ts';
import { actorOf, giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';

/** A day and an hour that the sitting might move to; without them it is the invitation as it stands. */
class MoveQuery {
  @applyDecorators(ApiPropertyOptional({ type: String, format: 'date' }), IsOptional(), Matches(/^\d{4}-\d\d-\d\d$/u))
  readonly heldOn?: string;

  @applyDecorators(ApiPropertyOptional({ type: String }), IsOptional(), Matches(/^\d\d:\d\d$/u))
  readonly startsAt?: string;

  @applyDecorators(ApiPropertyOptional({ type: String }), IsOptional(), Matches(/^\d\d:\d\d$/u))
  readonly endsAt?: string;
}

@ApiTags('sitting')
@Controller('api/sittings')
export class InvitationPreviewController {
  readonly #app: DataSource;
  readonly #shelf: RecordShelf;
  readonly #texts: TextReader;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, shelf: RecordShelf, texts: TextReader, municipalities: Municipalities) {
    this.#app = app;
    this.#shelf = shelf;
    this.#texts = texts;
    this.#municipalities = municipalities;
  }

  /** What the invited will read: composed as the notifier composes it. With another day or hour, what they will read of the move. */
  @Get(':id/invitation-preview')
  @Asks('sitting.read')
  @Answers('InvitationPreview')
  async read(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: MoveQuery,
  ): Promise<InvitationPreview> {
    return asViewer(this.#app, viewer, async (tx) => {
      const { state } = await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      const contents = await this.#texts.read(tx, id, [state.placeText]);
      const place = contents.get(state.placeText) ?? '';
      const { subject, text } = composeWords(
        letterOf(
          state,
          { place, heldOn: query.heldOn, startsAt: query.startsAt, endsAt: query.endsAt },
          { ...this.#municipalities.today(viewer.municipality), actor: actorOf(viewer) },
        ),
        'ja',
      );
      return { subject, text };
    });
  }
}

type When = { readonly [name in keyof MoveQuery]: MoveQuery[name] | undefined };

function letterOf(
  state: SittingState,
  { place, heldOn, startsAt, endsAt }: When & { readonly place: string },
  { profile, ...ctx }: MunicipalityToday & { readonly actor: Actor },
): Letter {
  const { rules, today, nowMs } = ctx;
  const office = officeOf(profile, today);
  const mailbox = { name: office.sectionName, email: office.mailbox ?? '' };
  const moves = heldOn !== undefined && isIsoDate(heldOn) && heldOn >= today;
  return {
    kind: moves ? 'invitation-moved' : 'invitation',
    noticeKey: `preview/${state.id}`,
    to: { name: '(各機関の長)', email: '' },
    addressedAs: 'body',
    office: { sectionName: office.sectionName, phone: office.phone ?? null, mailbox },
    link: '(機関ごとのリンク)',
    sitting: {
      bodyName: bodyName(rules, state.body),
      ordinal: state.ordinal,
      statute: state.kind === 'supportMeeting',
      heldOn: moves ? heldOn : state.heldOn,
      startsAt: startsAt ?? state.startsAt,
      endsAt: endsAt ?? state.endsAt,
      place,
    },
    // Before the call, and of a move: as it will be when that is said today.
    replyDueOn: (moves ? null : state.replyDueOn) ?? replyDueFrom(today, moves ? heldOn : state.heldOn, ctx),
    invitationId: state.id,
    sequence: state.sequence,
    decidedAtMs: nowMs,
  };
}
