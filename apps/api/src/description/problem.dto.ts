import { ApiProperty } from '@nestjs/swagger';

export class FieldProblemDto {
  @ApiProperty({ type: String, example: 'persons.0.nameText' })
  readonly field!: string;

  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly detail!: string;
}

export class ConflictDto {
  @ApiProperty({ type: String })
  readonly part!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ type: Object, required: false })
  readonly current?: Record<string, unknown>;

  @ApiProperty({ type: Object, required: false })
  readonly submitted?: Record<string, unknown>;
}

/** How problems are described (problem/problem.ts is how they are made). */
export class ProblemDto {
  @ApiProperty({ type: String, example: 'urn:tsunagi:problem:handoff.not-awaiting' })
  readonly type!: string;

  @ApiProperty({ type: String })
  readonly title!: string;

  @ApiProperty({ type: 'integer' })
  readonly status!: number;

  @ApiProperty({ type: String, example: 'handoff.not-awaiting' })
  readonly code!: string;

  @ApiProperty({ type: String, description: '画面にそのまま出す文' })
  readonly detail!: string;

  @ApiProperty({ type: Object, required: false })
  readonly params?: Record<string, string | number>;

  @ApiProperty({ type: () => [FieldProblemDto], required: false })
  readonly errors?: FieldProblemDto[];

  @ApiProperty({ type: () => ConflictDto, required: false })
  readonly conflict?: ConflictDto;
}
