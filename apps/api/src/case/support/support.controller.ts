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
import { AcknowledgeRoleDto } from './acknowledge-role.dto.ts';
import { RecordEvaluationDto } from './record-evaluation.dto.ts';
import { RecordFollowUpDto } from './record-follow-up.dto.ts';
import { RecordMonitoringDto } from './record-monitoring.dto.ts';

/** 支援中, 評価, 終結後フォロー. */
@ApiTags('case')
@Controller('api/cases')
export class SupportController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post(':id/acknowledge-role')
  @Asks('acknowledge-role')
  @GivesCommand()
  async acknowledgeRole(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AcknowledgeRoleDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'acknowledge-role', agency: dto.agency });
  }

  @Post(':id/record-monitoring')
  @Asks('record-monitoring')
  @GivesCommand()
  async recordMonitoring(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RecordMonitoringDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'record-monitoring',
      entryId: newId(),
      on: dto.on,
      method: dto.method,
      text: texts.take(dto, 'text'),
    });
  }

  @Post(':id/evaluate-now')
  @Asks('evaluate-now')
  @GivesCommand()
  async evaluateNow(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: PartBody,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'evaluate-now' });
  }

  @Post(':id/record-evaluation')
  @Asks('record-evaluation')
  @GivesCommand()
  async recordEvaluation(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RecordEvaluationDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'record-evaluation',
      recordedOn: dto.recordedOn,
      goalOutcomes: dto.goalOutcomes,
      changes: dto.changes,
      personsViewText: texts.take(dto, 'personsViewText'),
      staffOpinionText: texts.take(dto, 'staffOpinionText'),
      remainingText: texts.take(dto, 'remainingText'),
    });
  }

  @Post(':id/resume-support')
  @Asks('resume-support')
  @GivesCommand()
  async resume(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: PartBody,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'resume-support' });
  }

  @Post(':id/record-follow-up')
  @Asks('record-follow-up')
  @GivesCommand()
  async recordFollowUp(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RecordFollowUpDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'record-follow-up',
      day: dto.day,
      on: dto.on,
      leadAgencyOk: dto.leadAgencyOk,
      text: texts.take(dto, 'text'),
    });
  }
}
