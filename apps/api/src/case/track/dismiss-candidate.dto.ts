import { PartBody } from '../../shape/command-body.dto.ts';
import { Text } from '../../shape/text.ts';

export class DismissCandidateDto extends PartBody {
  @Text({ slot: 'candidate-dismissal', max: 4_000 })
  readonly reasonText!: string;
}
