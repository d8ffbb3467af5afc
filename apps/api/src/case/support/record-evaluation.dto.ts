import { changeCodes, goalOutcomes, type ChangeCode, type GoalOutcome } from '#libs/domain';
import { CodeList } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { CodePerId } from '../../shape/nested.ts';
import { Text } from '../../shape/text.ts';

/** 評価: an outcome per goal (by the goal's id), changes, the person's view (R48). */
export class RecordEvaluationDto extends PartBody {
  @DateOnly()
  readonly recordedOn!: string;

  @CodePerId(goalOutcomes)
  readonly goalOutcomes!: Record<string, GoalOutcome>;

  @CodeList(changeCodes)
  readonly changes!: ChangeCode[];

  @Text({ slot: 'persons-view', max: 10_000 })
  readonly personsViewText!: string;

  @Text({ slot: 'staff-opinion', max: 10_000 })
  readonly staffOpinionText!: string;

  @Text({ slot: 'remaining-issues', max: 10_000, nullable: true })
  readonly remainingText!: string | null;
}
