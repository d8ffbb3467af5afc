import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { Text } from '../../shape/text.ts';

/** `nextReviewOn` null ends 支援会議での検討. */
export class ReviewTrackDto extends PartBody {
  @DateOnly({ nullable: true })
  readonly nextReviewOn!: string | null;

  @Text({ slot: 'track-review', max: 10_000 })
  readonly text!: string;
}
