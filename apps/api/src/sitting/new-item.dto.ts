import { itemPurposes, type ItemPurpose } from '#libs/domain';
import { Code } from '../shape/codes.ts';
import { LocalCodeList, Uuid, UuidList } from '../shape/ids.ts';

/** 案件: one case with its persons, put on a sitting. Its number, basis and id come from the server. */
export class NewItemDto {
  @Uuid()
  readonly caseId!: string;

  @Code(itemPurposes)
  readonly purpose!: ItemPurpose;

  @UuidList({ min: 1, max: 30 })
  readonly personIds!: string[];

  @LocalCodeList()
  readonly agencies!: string[];
}
