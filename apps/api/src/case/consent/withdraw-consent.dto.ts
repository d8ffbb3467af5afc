import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { Uuid } from '../../shape/ids.ts';
import { AllOrLocalCodes } from '../../shape/nested.ts';
import { Text } from '../../shape/text.ts';

/** 同意の撤回, whole or for some agencies (R7). The person owes nobody a reason. */
export class WithdrawConsentDto extends PartBody {
  @Uuid()
  readonly personId!: string;

  @DateOnly()
  readonly on!: string;

  @AllOrLocalCodes()
  readonly agencies!: 'all' | string[];

  @Text({ slot: 'withdrawal-reason', max: 4_000, nullable: true })
  readonly reasonText!: string | null;
}
