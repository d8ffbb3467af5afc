import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asks } from '../../access/asks.ts';
import { CommandDesk } from '../../command/command-desk.ts';
import type { CommandAnswer } from '#libs/views';
import { GivesCommand } from '../../command/command-answer.ts';
import { newId } from '../../command/new-id.ts';
import { Texts } from '../../command/texts.ts';
import { SignedIn, type Viewer } from '../../session/viewer.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { RecordId } from '../../shape/record-id.pipe.ts';
import { DismissCandidateDto } from './dismiss-candidate.dto.ts';
import { FinishTaskDto } from './finish-task.dto.ts';
import { RecordContactDto } from './record-contact.dto.ts';
import { RecordPreContactDto } from './record-pre-contact.dto.ts';
import { ReviewTrackDto } from './review-track.dto.ts';

/** 支援会議での検討: the candidate, outreach, reviews, tasks. */
@ApiTags('case')
@Controller('api/cases')
export class TrackController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post(':id/confirm-candidate')
  @Asks('confirm-candidate')
  @GivesCommand()
  async confirmCandidate(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: PartBody,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'confirm-candidate' });
  }

  @Post(':id/dismiss-candidate')
  @Asks('dismiss-candidate')
  @GivesCommand()
  async dismissCandidate(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: DismissCandidateDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'dismiss-candidate',
      reasonText: texts.take(dto, 'reasonText'),
    });
  }

  @Post(':id/record-pre-contact')
  @Asks('record-pre-contact')
  @GivesCommand()
  async recordPreContact(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RecordPreContactDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'record-pre-contact',
      on: dto.on,
      text: texts.take(dto, 'text'),
    });
  }

  @Post(':id/record-contact')
  @Asks('record-contact')
  @GivesCommand()
  async recordContact(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RecordContactDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'record-contact',
      contactId: newId(),
      on: dto.on,
      method: dto.method,
      result: dto.result,
      nextContactOn: dto.nextContactOn,
      text: texts.take(dto, 'text'),
    });
  }

  @Post(':id/review-track')
  @Asks('review-track')
  @GivesCommand()
  async review(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: ReviewTrackDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'review-track',
      nextReviewOn: dto.nextReviewOn,
      text: texts.take(dto, 'text'),
    });
  }

  @Post(':id/finish-task')
  @Asks('finish-task')
  @GivesCommand()
  async finishTask(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: FinishTaskDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'finish-task',
      taskId: dto.taskId,
      outcome: dto.outcome,
      text: texts.take(dto, 'text'),
    });
  }
}
