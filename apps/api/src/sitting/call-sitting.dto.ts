import { PartBody } from '../shape/command-body.dto.ts';
import { LocalCode } from '../shape/ids.ts';
import { ListOf } from '../shape/nested.ts';
import { Text } from '../shape/text.ts';

export class InviteeDto {
  @LocalCode()
  readonly agency!: string;
}

/** Decides who is invited. Less notice than the body's own needs the reason. */
export class CallSittingDto extends PartBody {
  @ListOf(InviteeDto, { min: 1, max: 100 })
  readonly invitees!: InviteeDto[];

  @Text({ slot: 'urgent-call-reason', max: 2_000, nullable: true })
  readonly urgentReasonText!: string | null;
}
