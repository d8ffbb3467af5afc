import { Code } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

export class FinishTaskDto extends PartBody {
  @Uuid()
  readonly taskId!: string;

  @Code(['done', 'impossible'])
  readonly outcome!: 'done' | 'impossible';

  @Text({ slot: 'task-result', max: 4_000, nullable: true })
  readonly text!: string | null;
}
