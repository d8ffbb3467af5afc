import { PartBody } from '../../shape/command-body.dto.ts';
import { LocalCode } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

export class SubmitSheetDto extends PartBody {
  @LocalCode()
  readonly agency!: string;

  @Text({ slot: 'sheet', max: 20_000 })
  readonly text!: string;
}
