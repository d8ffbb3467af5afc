import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asks } from '../../access/asks.ts';
import { CommandDesk } from '../../command/command-desk.ts';
import { GivesCommand, type CommandAnswer } from '../../command/command-answer.ts';
import { newId } from '../../command/new-id.ts';
import { Texts } from '../../command/texts.ts';
import { SignedIn, type Viewer } from '../../session/viewer.ts';
import { RecordId } from '../../shape/record-id.pipe.ts';
import { MarkUrgentDto } from './mark-urgent.dto.ts';
import { OpenCaseDto } from './open-case.dto.ts';
import { RecordAdviceOnlyDto } from './record-advice-only.dto.ts';
import { ReleaseAgencyDto } from './release-agency.dto.ts';
import { ReopenCaseDto } from './reopen-case.dto.ts';
import { ScreenCaseDto } from './screen-case.dto.ts';
import { SetPersonInChargeDto } from './set-person-in-charge.dto.ts';

/** 相談受付, 一次判断, 担当者, 急ぐ, 再開. */
@ApiTags('case')
@Controller('api/cases')
export class IntakeController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post()
  @Asks('open-case')
  @GivesCommand()
  async open(@SignedIn() viewer: Viewer, @Body() dto: OpenCaseDto): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.begin(viewer, 'support-case', dto, texts, {
      type: 'open-case',
      // The executor puts the next number of the 年度 here.
      caseNumber: '',
      receivedOn: dto.receivedOn,
      point: dto.point,
      version: dto.version,
      urgent: dto.urgent,
      concerns: dto.concerns,
      worstConcern: dto.worstConcern,
      triedSchemes: dto.triedSchemes.map(({ scheme, by, outcome }) => ({ scheme, by, outcome })),
      persons: dto.persons.map((person) => ({
        id: newId(),
        role: person.role,
        relation: person.relation,
        birthYear: person.birthYear,
        nameText: texts.take(person, 'nameText'),
      })),
      storyText: texts.take(dto, 'storyText'),
      reporterText: texts.take(dto, 'reporterText'),
      contactRulesText: texts.take(dto, 'contactRulesText'),
    });
  }

  @Post('advice')
  @Asks('record-advice-only')
  @GivesCommand()
  async recordAdvice(@SignedIn() viewer: Viewer, @Body() dto: RecordAdviceOnlyDto): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.begin(viewer, 'support-case', dto, texts, {
      type: 'record-advice-only',
      caseNumber: '',
      receivedOn: dto.receivedOn,
      point: dto.point,
      askedBy: dto.askedBy,
      concern: dto.concern,
      adviceText: texts.take(dto, 'adviceText'),
    });
  }

  @Post(':id/screen-case')
  @Asks('screen-case')
  @GivesCommand()
  async screen(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: ScreenCaseDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    const reasonText = texts.take(dto, 'reasonText');
    return this.#desk.toCase(viewer, id, dto, texts, { type: 'screen-case', judgement: dto.judgement, reasonText });
  }

  @Post(':id/mark-urgent')
  @Asks('mark-urgent')
  @GivesCommand()
  async markUrgent(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: MarkUrgentDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), { type: 'mark-urgent', urgent: dto.urgent });
  }

  @Post(':id/set-person-in-charge')
  @Asks('set-person-in-charge')
  @GivesCommand()
  async setPersonInCharge(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: SetPersonInChargeDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), {
      type: 'set-person-in-charge',
      membershipId: dto.membershipId,
    });
  }

  @Post(':id/release-agency')
  @Asks('release-agency')
  @GivesCommand()
  async releaseAgency(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: ReleaseAgencyDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    const reasonText = texts.take(dto, 'reasonText');
    return this.#desk.toCase(viewer, id, dto, texts, { type: 'release-agency', agency: dto.agency, reasonText });
  }

  @Post(':id/reopen-case')
  @Asks('reopen-case')
  @GivesCommand()
  async reopen(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: ReopenCaseDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    const reasonText = texts.take(dto, 'reasonText');
    return this.#desk.toCase(viewer, id, dto, texts, { type: 'reopen-case', reasonText });
  }
}
