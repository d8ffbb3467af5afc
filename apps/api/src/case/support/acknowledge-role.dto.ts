import { CommandBody } from '../../shape/command-body.dto.ts';
import { LocalCode } from '../../shape/ids.ts';

export class AcknowledgeRoleDto extends CommandBody {
  @LocalCode()
  readonly agency!: string;
}
