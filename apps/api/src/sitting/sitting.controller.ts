import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asks } from '../access/asks.ts';
import { CommandDesk } from '../command/command-desk.ts';
import type { CommandAnswer } from '#libs/views';
import { GivesCommand } from '../command/command-answer.ts';
import { newId } from '../command/new-id.ts';
import { Texts } from '../command/texts.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { AddInviteeDto } from './add-invitee.dto.ts';
import { AnswerInvitationDto } from './answer-invitation.dto.ts';
import { CallSittingDto } from './call-sitting.dto.ts';
import { CancelSittingDto } from './cancel-sitting.dto.ts';
import { GiveDispositionDto } from './give-disposition.dto.ts';
import { HoldSittingDto } from './hold-sitting.dto.ts';
import { MoveSittingDto } from './move-sitting.dto.ts';
import { RemoveItemDto } from './remove-item.dto.ts';

/** 開催回: called, held, an outcome for each 案件. */
@ApiTags('sitting')
@Controller('api/sittings')
export class SittingController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post(':id/remove-item')
  @Asks('remove-item')
  @GivesCommand()
  async removeItem(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RemoveItemDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toSitting(viewer, id, dto, new Texts(), { type: 'remove-item', itemId: dto.itemId });
  }

  @Post(':id/call-sitting')
  @Asks('call-sitting')
  @GivesCommand()
  async call(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: CallSittingDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toSitting(viewer, id, dto, texts, {
      type: 'call-sitting',
      invitees: dto.invitees.map(({ agency }) => ({ invitationId: newId(), agency })),
      urgentReasonText: texts.take(dto, 'urgentReasonText'),
    });
  }

  @Post(':id/add-invitee')
  @Asks('add-invitee')
  @GivesCommand()
  async addInvitee(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AddInviteeDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toSitting(viewer, id, dto, new Texts(), {
      type: 'add-invitee',
      invitationId: newId(),
      agency: dto.agency,
    });
  }

  @Post(':id/answer-invitation')
  @Asks('answer-invitation')
  @GivesCommand()
  async answer(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AnswerInvitationDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toSitting(viewer, id, dto, texts, {
      type: 'answer-invitation',
      invitationId: dto.invitationId,
      reply: dto.reply,
      proxyText: texts.take(dto, 'proxyText'),
      via: 'office',
    });
  }

  @Post(':id/move-sitting')
  @Asks('move-sitting')
  @GivesCommand()
  async move(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: MoveSittingDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toSitting(viewer, id, dto, texts, {
      type: 'move-sitting',
      heldOn: dto.heldOn,
      startsAt: dto.startsAt,
      endsAt: dto.endsAt,
      placeText: texts.take(dto, 'placeText'),
    });
  }

  @Post(':id/hold-sitting')
  @Asks('hold-sitting')
  @GivesCommand()
  async hold(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: HoldSittingDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toSitting(viewer, id, dto, new Texts(), {
      type: 'hold-sitting',
      present: dto.present,
      acknowledgement: dto.acknowledgement,
      chair: dto.chair,
    });
  }

  @Post(':id/give-disposition')
  @Asks('give-disposition')
  @GivesCommand()
  async giveDisposition(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: GiveDispositionDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toSitting(viewer, id, dto, texts, {
      type: 'give-disposition',
      itemId: dto.itemId,
      result: dto.result,
      taskId: newId(),
      ownerAgency: dto.ownerAgency,
      dueOn: dto.dueOn,
      nextStepText: texts.take(dto, 'nextStepText'),
      endReason: dto.endReason,
      leadAgencyAfter: dto.leadAgencyAfter,
    });
  }

  @Post(':id/cancel-sitting')
  @Asks('cancel-sitting')
  @GivesCommand()
  async cancel(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: CancelSittingDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toSitting(viewer, id, dto, texts, {
      type: 'cancel-sitting',
      reasonText: texts.take(dto, 'reasonText'),
    });
  }
}
