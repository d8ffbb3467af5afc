import { PartBody } from '../../shape/command-body.dto.ts';
import { YesNo } from '../../shape/numbers.ts';

export class MarkUrgentDto extends PartBody {
  @YesNo()
  readonly urgent!: boolean;
}
