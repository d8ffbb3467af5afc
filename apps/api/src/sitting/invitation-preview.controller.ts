import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { replyDueFrom, type Actor, type SittingState } from '#libs/domain';
import { composeWords, type Letter } from '#libs/notification';
import { TextReader } from '#libs/persistence';
import { officeOf } from '#libs/profiles';
import type { InvitationPreview } from '#libs/views';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { bodyName } from '../records/sitting-title.ts';
import { asViewer } from '../records/tenant.ts';
import { actorOf, giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';

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

  /** What the invited will read: composed as the notifier composes it. */
  @Get(':id/invitation-preview')
  @Asks('sitting.read')
  @Answers('InvitationPreview')
  async read(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<InvitationPreview> {
    return asViewer(this.#app, viewer, async (tx) => {
      const { state } = await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      const contents = await this.#texts.read(tx, id, [state.placeText]);
      const { subject, text } = composeWords(
        letterOf(state, contents.get(state.placeText) ?? '', {
          ...this.#municipalities.today(viewer.municipality),
          actor: actorOf(viewer),
        }),
        'ja',
      );
      return { subject, text };
    });
  }
}

function letterOf(
  state: SittingState,
  place: string,
  { profile, ...ctx }: MunicipalityToday & { readonly actor: Actor },
): Letter {
  const { rules, today, nowMs } = ctx;
  const office = officeOf(profile, today);
  const mailbox = { name: office.sectionName, email: office.mailbox ?? '' };
  return {
    kind: 'invitation',
    noticeKey: `preview/${state.id}`,
    to: { name: '(各機関の長)', email: '' },
    office: { sectionName: office.sectionName, phone: office.phone ?? null, mailbox },
    link: '(機関ごとのリンク)',
    sitting: {
      bodyName: bodyName(rules, state.body),
      ordinal: state.ordinal,
      statute: state.kind === 'supportMeeting',
      heldOn: state.heldOn,
      startsAt: state.startsAt,
      endsAt: state.endsAt,
      place,
    },
    // Before the call: as it will be when it is called today.
    replyDueOn: state.replyDueOn ?? replyDueFrom(today, state.heldOn, ctx),
    invitationId: state.id,
    sequence: state.sequence,
    decidedAtMs: nowMs,
  };
}
