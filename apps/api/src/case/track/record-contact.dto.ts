import { contactMethods, contactResults, type ContactMethod, type ContactResult } from '#libs/domain';
import { Code } from '../../shape/codes.ts';
import { CommandBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { Text } from '../../shape/text.ts';

export class RecordContactDto extends CommandBody {
  @DateOnly()
  readonly on!: string;

  @Code(contactMethods)
  readonly method!: ContactMethod;

  @Code(contactResults)
  readonly result!: ContactResult;

  @DateOnly()
  readonly nextContactOn!: string;

  @Text({ slot: 'contact', max: 10_000 })
  readonly text!: string;
}
