import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { Text } from '../../shape/text.ts';

/** 事前調整: how to reach the person is decided before the first contact. */
export class RecordPreContactDto extends PartBody {
  @DateOnly()
  readonly on!: string;

  @Text({ slot: 'pre-contact', max: 10_000 })
  readonly text!: string;
}
