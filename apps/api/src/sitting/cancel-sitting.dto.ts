import { PartBody } from '../shape/command-body.dto.ts';
import { Text } from '../shape/text.ts';

export class CancelSittingDto extends PartBody {
  @Text({ slot: 'cancellation-reason', max: 2_000 })
  readonly reasonText!: string;
}
