import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

export class AcceptHandoffDto extends PartBody {
  @Uuid()
  readonly handoffId!: string;

  @Text({ slot: 'handoff-answer', max: 4_000, nullable: true })
  readonly answerText!: string | null;
}
