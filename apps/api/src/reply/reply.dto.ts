import { replyKinds, type ReplyKind } from '#libs/domain';
import { Code } from '../shape/codes.ts';
import { CommandBody } from '../shape/command-body.dto.ts';
import { Text } from '../shape/text.ts';

/** The answer of an invited agency, given by its own link. */
export class ReplyDto extends CommandBody {
  @Code(replyKinds)
  readonly reply!: ReplyKind;

  @Text({ slot: 'proxy-name', max: 200, nullable: true })
  readonly proxyName!: string | null;
}
