import { declineReasons, declineSuggestions, type DeclineReason, type DeclineSuggestion } from '#libs/domain';
import { Code } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

/** 受理しない: a coded reason and a suggestion, or it is no answer. */
export class DeclineHandoffDto extends PartBody {
  @Uuid()
  readonly handoffId!: string;

  @Code(declineReasons)
  readonly reason!: DeclineReason;

  @Code(declineSuggestions)
  readonly suggestion!: DeclineSuggestion;

  @Text({ slot: 'handoff-answer', max: 4_000, nullable: true })
  readonly answerText!: string | null;
}
