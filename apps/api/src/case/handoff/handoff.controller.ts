import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asks } from '../../access/asks.ts';
import { CommandDesk } from '../../command/command-desk.ts';
import type { CommandAnswer } from '#libs/views';
import { GivesCommand } from '../../command/command-answer.ts';
import { newId } from '../../command/new-id.ts';
import { Texts } from '../../command/texts.ts';
import { SignedIn, type Viewer } from '../../session/viewer.ts';
import { RecordId } from '../../shape/record-id.pipe.ts';
import { AcceptHandoffDto } from './accept-handoff.dto.ts';
import { AdviseOnHandoffDto } from './advise-on-handoff.dto.ts';
import { DeclineHandoffDto } from './decline-handoff.dto.ts';
import { SendHandoffDto } from './send-handoff.dto.ts';
import { WithdrawHandoffDto } from './withdraw-handoff.dto.ts';

/** つなぎ: asked, answered, taken back. */
@ApiTags('case')
@Controller('api/cases')
export class HandoffController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post(':id/send-handoff')
  @Asks('send-handoff')
  @GivesCommand()
  async send(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: SendHandoffDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'send-handoff',
      handoffId: newId(),
      to: dto.to,
      purpose: dto.purpose,
      main: dto.main,
      messageText: texts.take(dto, 'messageText'),
    });
  }

  @Post(':id/accept-handoff')
  @Asks('accept-handoff')
  @GivesCommand()
  async accept(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AcceptHandoffDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'accept-handoff',
      handoffId: dto.handoffId,
      answerText: texts.take(dto, 'answerText'),
    });
  }

  @Post(':id/decline-handoff')
  @Asks('decline-handoff')
  @GivesCommand()
  async decline(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: DeclineHandoffDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'decline-handoff',
      handoffId: dto.handoffId,
      reason: dto.reason,
      suggestion: dto.suggestion,
      answerText: texts.take(dto, 'answerText'),
    });
  }

  @Post(':id/advise-on-handoff')
  @Asks('advise-on-handoff')
  @GivesCommand()
  async advise(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AdviseOnHandoffDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'advise-on-handoff',
      handoffId: dto.handoffId,
      adviceText: texts.take(dto, 'adviceText'),
    });
  }

  @Post(':id/withdraw-handoff')
  @Asks('withdraw-handoff')
  @GivesCommand()
  async withdraw(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: WithdrawHandoffDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'withdraw-handoff',
      handoffId: dto.handoffId,
      reasonText: texts.take(dto, 'reasonText'),
    });
  }
}
