import { CommandBody } from '../shape/command-body.dto.ts';
import { LocalCode } from '../shape/ids.ts';

export class AddInviteeDto extends CommandBody {
  @LocalCode()
  readonly agency!: string;
}
