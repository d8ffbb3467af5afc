import { Code } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { Text } from '../../shape/text.ts';

export class ScreenCaseDto extends PartBody {
  @Code(['handOver', 'keep'])
  readonly judgement!: 'handOver' | 'keep';

  @Text({ slot: 'screening-reason', max: 4_000 })
  readonly reasonText!: string;
}
