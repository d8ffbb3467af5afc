import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

export class WithdrawHandoffDto extends PartBody {
  @Uuid()
  readonly handoffId!: string;

  @Text({ slot: 'handoff-withdrawal', max: 4_000 })
  readonly reasonText!: string;
}
