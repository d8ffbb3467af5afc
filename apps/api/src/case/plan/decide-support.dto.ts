import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';

export class DecideSupportDto extends PartBody {
  @DateOnly()
  readonly decidedOn!: string;
}
