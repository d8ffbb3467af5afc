import { Code } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { LocalCode } from '../../shape/ids.ts';
import { YesNo } from '../../shape/numbers.ts';
import { Text } from '../../shape/text.ts';

export class SendHandoffDto extends PartBody {
  @LocalCode()
  readonly to!: string;

  @Code(['takeOver', 'join'])
  readonly purpose!: 'takeOver' | 'join';

  @YesNo()
  readonly main!: boolean;

  @Text({ slot: 'handoff-message', max: 10_000 })
  readonly messageText!: string;
}
