import { PartBody } from '../shape/command-body.dto.ts';
import { Uuid } from '../shape/ids.ts';

export class RemoveItemDto extends PartBody {
  @Uuid()
  readonly itemId!: string;
}
