import { dispositionResults, endReasons, type DispositionResult, type EndReason } from '#libs/domain';
import { Code } from '../shape/codes.ts';
import { PartBody } from '../shape/command-body.dto.ts';
import { DateOnly } from '../shape/dates.ts';
import { LocalCode, Uuid } from '../shape/ids.ts';
import { Text } from '../shape/text.ts';

/** 協議結果: result, next step, who, by when. `endReason` and `leadAgencyAfter` belong to the result `ended`. */
export class GiveDispositionDto extends PartBody {
  @Uuid()
  readonly itemId!: string;

  @Code(dispositionResults)
  readonly result!: DispositionResult;

  @LocalCode()
  readonly ownerAgency!: string;

  @DateOnly()
  readonly dueOn!: string;

  @Text({ slot: 'next-step', max: 4_000 })
  readonly nextStepText!: string;

  @Code(endReasons, { nullable: true })
  readonly endReason!: EndReason | null;

  @LocalCode({ nullable: true })
  readonly leadAgencyAfter!: string | null;
}
