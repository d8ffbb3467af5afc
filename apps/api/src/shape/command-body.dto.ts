import { Uuid } from './ids.ts';
import { WholeNumber } from './numbers.ts';

/** A checked body as it is passed on: what else it holds, the command's fields say. */
export interface GivenBody {
  readonly commandId: string;
  readonly partVersion?: number;
}

/** What every command's body has: chosen by the client, so that sending it again is answered from what is stored. */
export class CommandBody implements GivenBody {
  @Uuid()
  readonly commandId!: string;
}

/** A command that changes a part of a record states which version of the part its giver saw. */
export class PartBody extends CommandBody {
  @WholeNumber({ min: 0, max: 2_147_483_647 })
  readonly partVersion!: number;
}
