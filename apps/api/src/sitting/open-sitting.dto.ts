import { CommandBody } from '../shape/command-body.dto.ts';
import { DateOnly, TimeOfDay } from '../shape/dates.ts';
import { LocalCode } from '../shape/ids.ts';
import { Part } from '../shape/nested.ts';
import { Text } from '../shape/text.ts';
import { NewItemDto } from './new-item.dto.ts';

export class OpenSittingDto extends CommandBody {
  @LocalCode()
  readonly body!: string;

  @DateOnly()
  readonly heldOn!: string;

  @TimeOfDay()
  readonly startsAt!: string;

  @TimeOfDay()
  readonly endsAt!: string;

  @Text({ slot: 'place', max: 200 })
  readonly placeText!: string;

  @Part(NewItemDto, { nullable: true })
  readonly item!: NewItemDto | null;
}
