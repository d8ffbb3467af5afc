import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { Line } from '../../shape/text.ts';

export class DraftApprovalDto extends PartBody {
  @DateOnly()
  readonly draftedOn!: string;

  @Line({ max: 60 })
  readonly documentNumber!: string;
}
