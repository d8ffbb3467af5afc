import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { says } from './field.ts';

const YesNo = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: Boolean }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(says('shape.yes-no', 'true か false にしてください。')),
  );

/** A page of a list: `after` is the `next` of the page before. */
export class PageQuery {
  @applyDecorators(
    ApiPropertyOptional({ type: String }),
    IsOptional(),
    IsString(says('shape.cursor', '一覧の続きの位置が正しくありません。')),
    MaxLength(500, says('shape.cursor', '一覧の続きの位置が正しくありません。')),
  )
  readonly after?: string;

  @applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 }),
    IsOptional(),
    Type(() => Number),
    IsInt(says('shape.number', '整数を入れてください。')),
    Min(1, says('shape.number-small', '1以上にしてください。')),
    Max(200, says('shape.number-large', '200以下にしてください。')),
  )
  readonly limit?: number;
}

/** … of records: those that go on (`true`), that have ended (`false`), or both. */
export class RecordsQuery extends PageQuery {
  @YesNo()
  readonly open?: boolean;
}

/** … of a history: with the keeping of dates, or without. */
export class HistoryQuery extends PageQuery {
  @YesNo()
  readonly keeping?: boolean;
}
