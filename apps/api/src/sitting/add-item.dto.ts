import { itemPurposes, type ItemPurpose } from '#libs/domain';
import { Code } from '../shape/codes.ts';
import { CommandBody } from '../shape/command-body.dto.ts';
import { LocalCodeList, Uuid, UuidList } from '../shape/ids.ts';

/** 案件 put on a sitting that is there already. */
export class AddItemDto extends CommandBody {
  @Uuid()
  readonly caseId!: string;

  @Code(itemPurposes)
  readonly purpose!: ItemPurpose;

  @UuidList({ min: 1, max: 30 })
  readonly personIds!: string[];

  @LocalCodeList()
  readonly agencies!: string[];
}
