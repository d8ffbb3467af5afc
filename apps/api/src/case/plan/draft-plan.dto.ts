import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { LocalCode } from '../../shape/ids.ts';
import { ListOf } from '../../shape/nested.ts';
import { Text } from '../../shape/text.ts';

export class PlanGoalDto {
  @Text({ slot: 'plan-goal', max: 4_000 })
  readonly text!: string;
}

export class PlanRoleDto {
  @LocalCode()
  readonly agency!: string;

  @Text({ slot: 'plan-role', max: 4_000 })
  readonly text!: string;
}

/** 多機関協働プラン: direction, goals, roles. Ids of plan and goals are made by the server. */
export class DraftPlanDto extends PartBody {
  @DateOnly()
  readonly startsOn!: string;

  @DateOnly()
  readonly endsOn!: string;

  @Text({ slot: 'plan-direction', max: 10_000 })
  readonly directionText!: string;

  @ListOf(PlanGoalDto, { min: 1, max: 30 })
  readonly goals!: PlanGoalDto[];

  @ListOf(PlanRoleDto, { min: 1, max: 50 })
  readonly roles!: PlanRoleDto[];
}
