import { PartBody } from '../shape/command-body.dto.ts';
import { DateOnly, TimeOfDay } from '../shape/dates.ts';
import { Text } from '../shape/text.ts';

export class MoveSittingDto extends PartBody {
  @DateOnly()
  readonly heldOn!: string;

  @TimeOfDay()
  readonly startsAt!: string;

  @TimeOfDay()
  readonly endsAt!: string;

  @Text({ slot: 'place', max: 200 })
  readonly placeText!: string;
}
