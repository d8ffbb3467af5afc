import { Code } from '../shape/codes.ts';
import { PartBody } from '../shape/command-body.dto.ts';
import { LocalCodeList } from '../shape/ids.ts';

/** Who was there, how 守秘義務の確認 was done, who presided. */
export class HoldSittingDto extends PartBody {
  @LocalCodeList({ min: 1 })
  readonly present!: string[];

  @Code(['readAloud', 'signed'])
  readonly acknowledgement!: 'readAloud' | 'signed';

  @Code(['manager', 'deputy'])
  readonly chair!: 'manager' | 'deputy';
}
