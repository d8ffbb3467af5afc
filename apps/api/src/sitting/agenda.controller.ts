import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { NewItem } from '#libs/domain';
import { Asks } from '../access/asks.ts';
import { CommandDesk } from '../command/command-desk.ts';
import type { CommandAnswer } from '#libs/views';
import { GivesCommand } from '../command/command-answer.ts';
import { newId } from '../command/new-id.ts';
import { Texts } from '../command/texts.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { AddItemDto } from './add-item.dto.ts';
import type { NewItemDto } from './new-item.dto.ts';
import { OpenSittingDto } from './open-sitting.dto.ts';

/** Sittings opened, and cases put on them. */
@ApiTags('sitting')
@Controller('api/sittings')
export class AgendaController {
  readonly #desk: CommandDesk;
  readonly #shelf: RecordShelf;

  constructor(desk: CommandDesk, shelf: RecordShelf) {
    this.#desk = desk;
    this.#shelf = shelf;
  }

  @Post()
  @Asks('open-sitting')
  @GivesCommand()
  async open(@SignedIn() viewer: Viewer, @Body() dto: OpenSittingDto): Promise<CommandAnswer> {
    const texts = new Texts();
    return this.#desk.begin(viewer, 'sitting', dto, texts, {
      type: 'open-sitting',
      body: dto.body,
      // The executor puts the next 第n回 of the 年度 here.
      ordinal: 0,
      heldOn: dto.heldOn,
      startsAt: dto.startsAt,
      endsAt: dto.endsAt,
      placeText: texts.take(dto, 'placeText'),
      item: dto.item && (await this.newItem(viewer, dto.item)),
    });
  }

  @Post(':id/add-item')
  @Asks('add-item')
  @GivesCommand()
  async addItem(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Body() dto: AddItemDto,
  ): Promise<CommandAnswer> {
    const item = await this.newItem(viewer, dto);
    return this.#desk.toSitting(viewer, id, dto, new Texts(), { type: 'add-item', item });
  }

  /** The number comes from the case itself; a case that is not there, or not this municipality's, is a 404. */
  private async newItem(viewer: Viewer, { caseId, purpose, personIds, agencies }: NewItemDto): Promise<NewItem> {
    const { state } = await this.#shelf.caseOf(viewer, caseId);
    return { itemId: newId(), caseId, caseNumber: state.caseNumber, purpose, personIds, agencies };
  }
}
