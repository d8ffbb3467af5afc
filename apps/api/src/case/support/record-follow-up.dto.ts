import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { WholeNumber, YesNo } from '../../shape/numbers.ts';
import { Text } from '../../shape/text.ts';

/** `day`: calendar days after 終結 that this follow-up belongs to (30, 90). */
export class RecordFollowUpDto extends PartBody {
  @WholeNumber({ min: 1, max: 3_650 })
  readonly day!: number;

  @DateOnly()
  readonly on!: string;

  @YesNo()
  readonly leadAgencyOk!: boolean;

  @Text({ slot: 'follow-up', max: 10_000 })
  readonly text!: string;
}
