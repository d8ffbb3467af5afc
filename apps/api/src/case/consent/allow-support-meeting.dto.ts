import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';
import { Text } from '../../shape/text.ts';

/** A manager's recorded reason to look at a person on a 支援会議 after a refusal (R8). */
export class AllowSupportMeetingDto extends PartBody {
  @Uuid()
  readonly personId!: string;

  @Text({ slot: 'support-meeting-reason', max: 4_000 })
  readonly reasonText!: string;
}
