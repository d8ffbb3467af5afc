import { contactMethods, type ContactMethod } from '#libs/domain';
import { Code } from '../../shape/codes.ts';
import { CommandBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { Text } from '../../shape/text.ts';

export class RecordMonitoringDto extends CommandBody {
  @DateOnly()
  readonly on!: string;

  @Code(contactMethods)
  readonly method!: ContactMethod;

  @Text({ slot: 'monitoring', max: 10_000 })
  readonly text!: string;
}
