import { consentMethods, type ConsentMethod } from '#libs/domain';
import { Code } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';

export class ExplainPlanDto extends PartBody {
  @DateOnly()
  readonly explainedOn!: string;

  @DateOnly()
  readonly appliedOn!: string;

  @Code(consentMethods)
  readonly appliedBy!: ConsentMethod;
}
