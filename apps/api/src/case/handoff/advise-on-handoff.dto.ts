import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

export class AdviseOnHandoffDto extends PartBody {
  @Uuid()
  readonly handoffId!: string;

  @Text({ slot: 'advice', max: 10_000 })
  readonly adviceText!: string;
}
