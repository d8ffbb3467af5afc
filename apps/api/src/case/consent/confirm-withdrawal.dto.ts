import { CommandBody } from '../../shape/command-body.dto.ts';
import { LocalCode, Uuid } from '../../shape/ids.ts';

export class ConfirmWithdrawalDto extends CommandBody {
  @Uuid()
  readonly withdrawalId!: string;

  @LocalCode()
  readonly agency!: string;
}
