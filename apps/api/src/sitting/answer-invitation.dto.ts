import { replyKinds, type ReplyKind } from '#libs/domain';
import { Code } from '../shape/codes.ts';
import { CommandBody } from '../shape/command-body.dto.ts';
import { Uuid } from '../shape/ids.ts';
import { Text } from '../shape/text.ts';

/** An answer that came by phone or on paper, recorded by the office. */
export class AnswerInvitationDto extends CommandBody {
  @Uuid()
  readonly invitationId!: string;

  @Code(replyKinds)
  readonly reply!: ReplyKind;

  @Text({ slot: 'proxy-name', max: 200, nullable: true })
  readonly proxyText!: string | null;
}
