import { concernCodes, type ConcernCode } from '#libs/domain';
import { Code } from '../../shape/codes.ts';
import { CommandBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { LocalCode } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

/** 助言・後方支援: recorded in half a minute, counted, done. */
export class RecordAdviceOnlyDto extends CommandBody {
  @DateOnly()
  readonly receivedOn!: string;

  @LocalCode()
  readonly point!: string;

  @LocalCode()
  readonly askedBy!: string;

  @Code(concernCodes)
  readonly concern!: ConcernCode;

  @Text({ slot: 'advice', max: 10_000 })
  readonly adviceText!: string;
}
