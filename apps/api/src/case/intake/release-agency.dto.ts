import { PartBody } from '../../shape/command-body.dto.ts';
import { LocalCode } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

export class ReleaseAgencyDto extends PartBody {
  @LocalCode()
  readonly agency!: string;

  @Text({ slot: 'release-reason', max: 4_000 })
  readonly reasonText!: string;
}
