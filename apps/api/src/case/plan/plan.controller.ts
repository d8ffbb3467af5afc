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
import { DecideSupportDto } from './decide-support.dto.ts';
import { DraftApprovalDto } from './draft-approval.dto.ts';
import { DraftPlanDto } from './draft-plan.dto.ts';
import { ExplainPlanDto } from './explain-plan.dto.ts';
import { SubmitSheetDto } from './submit-sheet.dto.ts';

/** アセスメント, プラン, 起案・決裁. */
@ApiTags('case')
@Controller('api/cases')
export class PlanController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post(':id/submit-sheet')
  @Asks('submit-sheet')
  @GivesCommand()
  async submitSheet(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: SubmitSheetDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'submit-sheet',
      agency: dto.agency,
      text: texts.take(dto, 'text'),
    });
  }

  @Post(':id/finish-assessment')
  @Asks('finish-assessment')
  @GivesCommand()
  async finishAssessment(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: PartBody,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'finish-assessment' });
  }

  @Post(':id/draft-plan')
  @Asks('draft-plan')
  @GivesCommand()
  async draft(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: DraftPlanDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'draft-plan',
      planId: newId(),
      startsOn: dto.startsOn,
      endsOn: dto.endsOn,
      directionText: texts.take(dto, 'directionText'),
      goals: dto.goals.map((goal) => ({ id: newId(), text: texts.take(goal, 'text') })),
      roles: dto.roles.map((role) => ({ agency: role.agency, text: texts.take(role, 'text') })),
    });
  }

  @Post(':id/explain-plan')
  @Asks('explain-plan')
  @GivesCommand()
  async explain(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: ExplainPlanDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), {
      type: 'explain-plan',
      explainedOn: dto.explainedOn,
      appliedOn: dto.appliedOn,
      appliedBy: dto.appliedBy,
    });
  }

  @Post(':id/draft-approval')
  @Asks('draft-approval')
  @GivesCommand()
  async draftApproval(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: DraftApprovalDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), {
      type: 'draft-approval',
      draftedOn: dto.draftedOn,
      documentNumber: dto.documentNumber,
    });
  }

  @Post(':id/decide-support')
  @Asks('decide-support')
  @GivesCommand()
  async decide(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: DecideSupportDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'decide-support', decidedOn: dto.decidedOn });
  }
}
