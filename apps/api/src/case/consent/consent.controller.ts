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
import { AllowSupportMeetingDto } from './allow-support-meeting.dto.ts';
import { ConfirmWithdrawalDto } from './confirm-withdrawal.dto.ts';
import { RecordConsentDto } from './record-consent.dto.ts';
import { WithdrawConsentDto } from './withdraw-consent.dto.ts';

/** 本人同意, person by person. */
@ApiTags('case')
@Controller('api/cases')
export class ConsentController {
  readonly #desk: CommandDesk;

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  @Post(':id/record-consent')
  @Asks('record-consent')
  @GivesCommand()
  async record(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: RecordConsentDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'record-consent',
      personId: dto.personId,
      status: dto.status,
      on: dto.on,
      method: dto.method,
      agencies: dto.agencies,
      purposes: dto.purposes,
      itemClasses: dto.itemClasses,
      representative: dto.representative && {
        ground: dto.representative.ground,
        nameText: texts.take(dto.representative, 'nameText'),
      },
      reviewOn: dto.reviewOn,
    });
  }

  @Post(':id/withdraw-consent')
  @Asks('withdraw-consent')
  @GivesCommand()
  async withdraw(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: WithdrawConsentDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'withdraw-consent',
      personId: dto.personId,
      withdrawalId: newId(),
      on: dto.on,
      agencies: dto.agencies,
      reasonText: texts.take(dto, 'reasonText'),
    });
  }

  @Post(':id/confirm-withdrawal')
  @Asks('confirm-withdrawal')
  @GivesCommand()
  async confirmWithdrawal(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: ConfirmWithdrawalDto,
  ): Promise<CommandAnswer> {
    return this.#desk.toCase(viewer, id, dto, new Texts(), {
      type: 'confirm-withdrawal',
      withdrawalId: dto.withdrawalId,
      agency: dto.agency,
    });
  }

  @Post(':id/allow-support-meeting')
  @Asks('allow-support-meeting')
  @GivesCommand()
  async allowSupportMeeting(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AllowSupportMeetingDto,
  ): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.toCase(viewer, id, dto, texts, {
      type: 'allow-support-meeting',
      personId: dto.personId,
      reasonText: texts.take(dto, 'reasonText'),
    });
  }
}
