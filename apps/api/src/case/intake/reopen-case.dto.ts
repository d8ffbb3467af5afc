import { PartBody } from '../../shape/command-body.dto.ts';
import { Text } from '../../shape/text.ts';

export class ReopenCaseDto extends PartBody {
  @Text({ slot: 'reopening-reason', max: 4_000 })
  readonly reasonText!: string;
}
